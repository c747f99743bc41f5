package dev.grapnel.sql.schema;

import dev.grapnel.core.error.MappingException;
import java.util.List;

/**
 * A promise that columns hold the key of a row of another table (or of the same).
 *
 * @param columns those that refer, all of one table
 * @param targets those referred to, in the same order, all of one table
 * @param onDeleteCascade whether the database deletes the referring row with the other
 */
public record ForeignKey(List<Column> columns, List<Column> targets, boolean onDeleteCascade) {
    /**
     * Checks that both sides match.
     *
     * @throws MappingException if one side is empty or longer than the other
     */
    public ForeignKey {
        columns = List.copyOf(columns);
        targets = List.copyOf(targets);
        if (columns.isEmpty() || columns.size() != targets.size()) {
            throw new MappingException("Cannot make a foreign key from " + columns + " to " + targets
                    + ": both sides need the same number of columns, one at least. Name a target for each column.");
        }
    }

    /** {@return the table that refers} */
    public Table table() {
        return columns.get(0).table();
    }

    /** {@return the table referred to} */
    public Table targetTable() {
        return targets.get(0).table();
    }

    /** {@return the only column referred to, or the first of several} */
    public Column target() {
        return targets.get(0);
    }
}
