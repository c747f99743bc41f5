package dev.grapnel.sql.bulk;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.persist.DeclaredExpressions;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.Table;
import dev.grapnel.sql.statement.ColumnExpression;
import dev.grapnel.sql.statement.Placeholders;
import dev.grapnel.sql.statement.PreparedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Rows that are told by their keys and get values for the same attributes. */
final class KeyedRows {
    private final BulkSession session;
    private final TableMapper mapper;
    private final Condition condition;
    private final Map<Table, Part> written = new LinkedHashMap<>();

    /** What is written of one table: values of the rows, values that the mapping computes for each, and expressions. */
    private record Part(
            List<MappedColumn> given, List<MappedColumn> computed, List<DeclaredExpressions.Computed> expressed) {
        Part() {
            this(new ArrayList<>(), new ArrayList<>(0), new ArrayList<>(0));
        }

        List<Column> columns() {
            return Stream.concat(given.stream(), computed.stream())
                    .map(MappedColumn::column)
                    .toList();
        }

        List<ColumnExpression> expressions() {
            return expressed.stream()
                    .map(DeclaredExpressions.Computed::expression)
                    .toList();
        }

        void addDefaults(TableMapper mapper, Table table) {
            for (MappedColumn column : mapper.columns(table)) {
                if (column.property().settings().updateDefault() != null && !given.contains(column)) {
                    computed.add(column);
                }
            }
            for (DeclaredExpressions.Computed declared :
                    DeclaredExpressions.of(mapper).updated(table)) {
                if (!given.contains(declared.mapped())) {
                    expressed.add(declared);
                }
            }
        }
    }

    /**
     * What was written.
     *
     * @param count how many rows
     * @param computed the attributes that were written without a value of a row, by the attributes that it has
     */
    record Outcome(int count, Map<Set<String>, List<String>> computed) {
        List<String> computedFor(Map<String, ?> row) {
            return computed.getOrDefault(row.keySet(), List.of());
        }
    }

    private KeyedRows(BulkSession session, TableMapper mapper, Set<String> attributes, Condition condition) {
        this.session = session;
        this.mapper = mapper;
        this.condition = condition;
        List<String> keys =
                mapper.keyAttributes().stream().map(AttributeTracker::name).toList();
        for (String attribute : attributes) {
            if (!keys.contains(attribute)) {
                MappedColumn column = mapper.column(attribute);
                written.computeIfAbsent(column.column().table(), unused -> new Part())
                        .given
                        .add(column);
            }
        }
        if (written.isEmpty()) {
            throw new InvalidArgumentException("Cannot update rows of "
                    + mapper.type().getSimpleName() + ": they have values for their keys " + keys
                    + " alone. Give the attributes that are to be changed, too.");
        }
        written.forEach((table, part) -> part.addDefaults(mapper, table));
    }

    private List<String> computed() {
        List<String> names = new ArrayList<>(0);
        for (Part part : written.values()) {
            part.computed.forEach(column -> names.add(column.attribute()));
            part.expressed.forEach(declared -> names.add(declared.mapped().attribute()));
        }
        return names;
    }

    /**
     * Writes rows, those with the same attributes together.
     *
     * @throws InvalidArgumentException if a row lacks a part of the primary key, or an attribute is unknown
     */
    static Outcome write(
            BulkSession session, TableMapper mapper, List<? extends Map<String, ?>> rows, Condition condition) {
        Map<Set<String>, List<Map<String, ?>>> groups = new LinkedHashMap<>();
        for (Map<String, ?> row : rows) {
            requireKey(mapper, row);
            groups.computeIfAbsent(row.keySet(), unused -> new ArrayList<>()).add(row);
        }
        int count = 0;
        Map<Set<String>, List<String>> computed = new HashMap<>();
        for (Map.Entry<Set<String>, List<Map<String, ?>>> group : groups.entrySet()) {
            KeyedRows part = new KeyedRows(session, mapper, group.getKey(), condition);
            count += part.write(group.getValue());
            computed.put(group.getKey(), part.computed());
        }
        return new Outcome(count, computed);
    }

    private static void requireKey(TableMapper mapper, Map<String, ?> row) {
        for (AttributeTracker key : mapper.keyAttributes()) {
            if (row.get(key.name()) == null) {
                throw new InvalidArgumentException("Cannot update a row of "
                        + mapper.type().getSimpleName() + " by its key: " + row + " has no value for " + key.name()
                        + ". Give one for each part of the primary key.");
            }
        }
    }

    /** Writes all of them. An object's row may be spread over tables; it counts once. */
    private int write(List<Map<String, ?>> rows) {
        int count = 0;
        for (Map.Entry<Table, Part> table : written.entrySet()) {
            List<MappedColumn> keys = mapper.keyColumns(table.getKey());
            List<@Nullable Object[]> parameters = new ArrayList<>(rows.size());
            rows.forEach(row -> parameters.add(parameters(row, table.getValue(), keys)));
            int[] counts = session.runner().executeBatch(text(table.getKey(), table.getValue(), keys), parameters);
            count = Math.max(count, sum(counts));
        }
        return count;
    }

    private static @Nullable Object[] parameters(Map<String, ?> row, Part part, List<MappedColumn> keys) {
        List<@Nullable Object> values = new ArrayList<>();
        part.given.forEach(column -> values.add(row.get(column.attribute())));
        for (MappedColumn column : part.computed) {
            Supplier<?> computing = column.property().settings().updateDefault();
            values.add(computing == null ? null : computing.get());
        }
        keys.forEach(key -> values.add(row.get(key.attribute())));
        return values.toArray();
    }

    private PreparedText text(Table table, Part part, List<MappedColumn> keys) {
        List<Column> where = keys.stream().map(MappedColumn::column).toList();
        return condition.equals(DSL.noCondition())
                ? session.statements().update(table, part.columns(), where, part.expressions(), List.of())
                : session.statements().renderOnce(statement(table, part, where));
    }

    private org.jooq.Query statement(Table table, Part part, List<Column> where) {
        Map<Field<?>, Object> values = new LinkedHashMap<>();
        Condition told = condition;
        List<Column> columns = part.columns();
        for (Column column : columns) {
            values.put(column.field(), Placeholders.of(column, values.size()));
        }
        for (ColumnExpression expression : part.expressions()) {
            values.put(expression.column().field(), expression.value());
        }
        for (int at = 0; at < where.size(); at++) {
            Column key = where.get(at);
            told = told.and(key.field().eq(Placeholders.of(key, columns.size() + at)));
        }
        return DSL.update(table.inStatements()).set(values).where(told);
    }

    private static int sum(int[] counts) {
        int sum = 0;
        for (int count : counts) {
            // A driver that does not tell has written the row all the same.
            sum += count < 0 ? 1 : count;
        }
        return sum;
    }
}
