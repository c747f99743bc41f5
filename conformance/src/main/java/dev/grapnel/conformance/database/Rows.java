package dev.grapnel.conformance.database;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grapnel.conformance.format.Models;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Direct statements on rows, in the encoding of the format. */
public final class Rows {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Rows() {}

    /**
     * Inserts a row.
     *
     * @param context to run in
     * @param table its name
     * @param row values by column
     */
    public static void insert(DSLContext context, String table, ObjectNode row) {
        context.insertInto(table(table)).set(values(row)).execute();
    }

    /**
     * Updates rows.
     *
     * @param context to run in
     * @param table its name
     * @param where values that columns must have
     * @param row new values by column
     */
    public static void update(DSLContext context, String table, ObjectNode where, ObjectNode row) {
        context.update(table(table)).set(values(row)).where(condition(where)).execute();
    }

    /**
     * Deletes rows.
     *
     * @param context to run in
     * @param table its name
     * @param where values that columns must have
     */
    public static void delete(DSLContext context, String table, ObjectNode where) {
        context.deleteFrom(table(table)).where(condition(where)).execute();
    }

    static ObjectNode all(DSLContext context, Models.Group model) {
        ObjectNode all = JSON.objectNode();
        for (Models.Table table : model.tables()) {
            ArrayNode rows = of(context, table);
            if (!rows.isEmpty()) {
                all.set(table.name(), rows);
            }
        }
        return all;
    }

    private static ArrayNode of(DSLContext context, Models.Table table) {
        List<Field<Object>> key =
                table.key().stream().map(column -> field(column.name())).toList();
        ArrayNode rows = JSON.arrayNode();
        List<Field<Object>> columns =
                table.columns().stream().map(column -> field(column.name())).toList();
        for (Record row : context.select(columns).from(table(table.name())).orderBy(key)) {
            ObjectNode told = rows.addObject();
            columns.forEach(column -> told.set(column.getName(), json(row.get(column))));
        }
        return rows;
    }

    private static JsonNode json(@Nullable Object value) {
        if (value == null) {
            return JSON.nullNode();
        }
        return value instanceof Number number ? JSON.numberNode(number.intValue()) : JSON.textNode(value.toString());
    }

    private static Map<Field<Object>, @Nullable Object> values(ObjectNode row) {
        Map<Field<Object>, @Nullable Object> values = new LinkedHashMap<>();
        row.properties().forEach(entry -> values.put(field(entry.getKey()), plain(entry.getValue())));
        return values;
    }

    private static Condition condition(ObjectNode where) {
        return where.properties().stream()
                .map(entry -> field(entry.getKey()).eq(DSL.val(plain(entry.getValue()))))
                .map(Condition.class::cast)
                .reduce(DSL.noCondition(), Condition::and);
    }

    private static @Nullable Object plain(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        return value.isNumber() ? (Object) value.asInt() : value.asText();
    }

    private static Table<Record> table(String name) {
        return DSL.table(DSL.name(name));
    }

    private static Field<Object> field(String name) {
        return DSL.field(DSL.name(name));
    }
}
