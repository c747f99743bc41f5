package dev.grapnel.sql.load;

import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Leaves the rows that have one of several keys.
 *
 * @param joined a table of the keys, or null if there is none
 * @param condition of the join with it, or of the statement
 */
record KeyFilter(@Nullable Table<?> joined, Condition condition) {
    static KeyFilter of(Condition condition) {
        return new KeyFilter(null, condition);
    }

    /** The tables of the statement with the keys. */
    Table<Record> from(Table<Record> own) {
        return joined == null ? own : own.join(joined).on(condition);
    }

    /** What is left for the WHERE clause. */
    Condition where() {
        return joined == null ? condition : DSL.noCondition();
    }
}
