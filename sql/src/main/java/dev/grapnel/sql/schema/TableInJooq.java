package dev.grapnel.sql.schema;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A table in jOOQ's words, made when somebody asks for it, as {@link ColumnInJooq} is.
 *
 * @param name with schema and catalog if there are any
 * @param columnQualifier what stands in front of a column's name in a statement
 * @param table by its own name
 * @param inStatements under the name that its columns are qualified with
 */
record TableInJooq(Name name, Name columnQualifier, org.jooq.Table<Record> table, org.jooq.Table<Record> inStatements) {
    static TableInJooq of(@Nullable String catalog, @Nullable String schema, String table, @Nullable String alias) {
        Name name = qualified(catalog, schema, table);
        org.jooq.Table<Record> own = DSL.table(name);
        return alias == null
                ? new TableInJooq(name, name, own, own)
                : new TableInJooq(name, DSL.name(alias), own, own.as(DSL.name(alias)));
    }

    private static Name qualified(@Nullable String catalog, @Nullable String schema, String table) {
        List<String> parts = new ArrayList<>();
        if (catalog != null) {
            parts.add(catalog);
        }
        if (schema != null) {
            parts.add(schema);
        }
        parts.add(table);
        return DSL.name(parts);
    }
}
