package dev.grapnel.sql.inspect;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Meta;
import org.jooq.Name;
import org.jooq.Param;
import org.jooq.SQLDialect;
import org.jooq.Schema;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Reads sequences: through jOOQ, and on MariaDB, whose sequences jOOQ does not list, from where that database keeps them. */
final class LiveSequences {
    private LiveSequences() {}

    /**
     * A sequence of a database.
     *
     * @param schema in which it is
     * @param name in the schema
     * @param step between its values, or null if it is not told
     */
    record Sequence(String schema, String name, @Nullable Long step) {}

    static List<Sequence> read(DSLContext jooq, Meta meta, String current) {
        if (jooq.family() == SQLDialect.MARIADB) {
            return ofMariaDb(jooq, current);
        }
        List<Sequence> found = new ArrayList<>();
        for (org.jooq.Sequence<?> sequence : meta.getSequences()) {
            Schema schema = sequence.getSchema();
            found.add(new Sequence(schema == null ? "" : schema.getName(), sequence.getName(), stepOf(sequence)));
        }
        return found;
    }

    private static @Nullable Long stepOf(org.jooq.Sequence<?> sequence) {
        Field<?> step = sequence.getIncrementBy();
        return step instanceof Param<?> param && param.getValue() instanceof Number number ? number.longValue() : null;
    }

    /** There a sequence is a kind of table, with one row that tells how it counts. */
    private static List<Sequence> ofMariaDb(DSLContext jooq, String current) {
        Field<String> schema = DSL.field(DSL.name("table_schema"), SQLDataType.VARCHAR);
        Field<String> table = DSL.field(DSL.name("table_name"), SQLDataType.VARCHAR);
        Field<String> type = DSL.field(DSL.name("table_type"), SQLDataType.VARCHAR);
        List<Sequence> found = new ArrayList<>();
        jooq.select(table)
                .from(DSL.table(DSL.name("information_schema", "tables")))
                .where(schema.eq(current), type.eq("SEQUENCE"))
                .forEach(row -> found.add(
                        new Sequence(current, row.value1(), stepOfMariaDb(jooq, DSL.name(current, row.value1())))));
        return found;
    }

    private static @Nullable Long stepOfMariaDb(DSLContext jooq, Name sequence) {
        return jooq.select(DSL.field(DSL.name("increment"), SQLDataType.BIGINT))
                .from(DSL.table(sequence))
                .fetchOneInto(Long.class);
    }
}
