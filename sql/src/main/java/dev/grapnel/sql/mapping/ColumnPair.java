package dev.grapnel.sql.mapping;

import dev.grapnel.sql.schema.Column;

/**
 * Two columns that have the same value where rows belong together.
 *
 * @param local the one nearer to the class that has the relationship
 * @param remote the one nearer to the target
 */
public record ColumnPair(Column local, Column remote) {
    /** {@return the pair seen from the other side} */
    public ColumnPair reversed() {
        return new ColumnPair(remote, local);
    }
}
