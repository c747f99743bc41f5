package dev.grapnel.sql.schema;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table of counters, which holds the last key that was given out. The row is made when the first block is taken.
 *
 * @param table of the counters
 * @param schema in which it is, or null for the current one
 * @param nameColumn the column that tells the counters from each other
 * @param valueColumn the column with the last key
 * @param name of the counter
 * @param start what stands there before the first key, which is one more
 * @param block how many keys belong to one block
 */
public record CounterRow(
        String table,
        @Nullable String schema,
        String nameColumn,
        String valueColumn,
        String name,
        long start,
        int block)
        implements KeyBlocks {

    /** {@return the table in jOOQ's words} */
    public org.jooq.Table<Record> asJooq() {
        return DSL.table(schema == null ? DSL.name(table) : DSL.name(schema, table));
    }

    /** {@return the column that tells the counters from each other} */
    public Field<String> nameField() {
        return DSL.field(DSL.name(nameColumn), SQLDataType.VARCHAR(255));
    }

    /** {@return the column with the last key} */
    public Field<Long> valueField() {
        return DSL.field(DSL.name(valueColumn), SQLDataType.BIGINT);
    }

    @Override
    public String toString() {
        return "counter '" + name + "' of table '" + (schema == null ? "" : schema + ".") + table + "'";
    }
}
