package dev.grapnel.conformance.database;

import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Where generated keys come from: 1 + the largest value ever used in the table, taken back by a rollback.
 *
 * <p>SQLite counts like that by itself. The sequences of H2 and PostgreSQL do not go back, so a table of counters takes their place, which
 * the inserting transaction itself keeps.
 */
interface KeySource {
    /** The type of the key column of a table. */
    DataType<Integer> type(String table);

    /** Keeps the counter of a table that was created. */
    void watch(String table);

    /** The table's own counter. */
    static KeySource ofSqlite() {
        return new KeySource() {
            @Override
            public DataType<Integer> type(String table) {
                return SQLDataType.INTEGER.identity(true);
            }

            @Override
            public void watch(String table) {
                // the database does it
            }
        };
    }

    /** A default that reads the counter, and a trigger that raises it. */
    static KeySource ofH2(DSLContext context) {
        KeyCounter.prepare(context);
        return new KeySource() {
            @Override
            public DataType<Integer> type(String table) {
                return SQLDataType.INTEGER
                        .nullable(false)
                        .defaultValue(DSL.field("next_key({0})", SQLDataType.INTEGER, DSL.inline(table)));
            }

            @Override
            public void watch(String table) {
                KeyCounter.watch(context, table);
            }
        };
    }

    /** A trigger that gives the key and raises the counter. */
    static KeySource ofPostgres(DSLContext context) {
        PostgresKeys.prepare(context);
        return new KeySource() {
            @Override
            public DataType<Integer> type(String table) {
                return SQLDataType.INTEGER.nullable(false);
            }

            @Override
            public void watch(String table) {
                PostgresKeys.watch(context, table);
            }
        };
    }
}
