package dev.grapnel.sql.schema;

import java.util.Objects;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * A sequence of the database that gives keys, a block of them at a time: each of its values is the first of a block.
 *
 * @param name in the database
 * @param schema in which it is, or null for the current one
 * @param first its first value
 * @param block how many keys belong to one value, which is the step between values
 */
public record Sequence(String name, @Nullable String schema, long first, int block) implements KeyBlocks {

    /** {@return the name with that of the schema} */
    public Name qualifiedName() {
        return schema == null ? DSL.name(name) : DSL.name(schema, name);
    }

    /** {@return the sequence as jOOQ knows it} */
    public org.jooq.Sequence<Long> asJooq() {
        return DSL.sequence(qualifiedName(), SQLDataType.BIGINT);
    }

    /** Written out, as {@link #equals} is: what the language makes for a record is linked at run time, in the middle of the first insert. */
    @Override
    public int hashCode() {
        return name.hashCode() + block;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Sequence that
                && name.equals(that.name)
                && Objects.equals(schema, that.schema)
                && first == that.first
                && block == that.block;
    }

    @Override
    public String toString() {
        return "sequence '" + (schema == null ? "" : schema + ".") + name + "'";
    }
}
