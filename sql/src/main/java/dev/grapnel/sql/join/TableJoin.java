package dev.grapnel.sql.join;

import dev.grapnel.sql.mapping.EntityTables;
import dev.grapnel.sql.structure.StructureWriter;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableLike;
import org.jspecify.annotations.Nullable;

/**
 * Rows of any kind joined by a condition: a table that is not mapped, a subquery, a common table expression.
 *
 * @param table in jOOQ's words
 * @param on the condition
 * @param outer whether rows without such rows stay
 */
public record TableJoin(TableLike<?> table, Condition on, boolean outer) implements Joined {
    @Override
    public void describe(StructureWriter structure) {
        structure.token(outer).part(table).part(on);
    }

    @Override
    public @Nullable EntityTables target() {
        return null;
    }

    @Override
    public Table<Record> to(Table<Record> left, StatementTables present, Condition criteria) {
        return outer ? left.leftJoin(table).on(on) : left.join(table).on(on);
    }
}
