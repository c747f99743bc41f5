package dev.grapnel.sql.persist;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.mapping.BasicProperty;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import dev.grapnel.core.store.SaveItem;
import dev.grapnel.core.store.WriteScope;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.persist.FetchedValues.Fetch;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.Table;
import dev.grapnel.sql.statement.ColumnExpression;
import dev.grapnel.sql.statement.InsertText;
import dev.grapnel.sql.statement.StatementCache;
import dev.grapnel.sql.statement.StatementRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows of one table. Consecutive objects with the same columns go in one batch (rule U-6); generated keys and server defaults come
 * back with it.
 */
final class InsertStep {
    private final StatementCache texts;
    private final StatementRunner runner;
    private final WriteScope scope;
    private final FetchedValues fetched;

    InsertStep(StatementCache texts, StatementRunner runner, WriteScope scope, FetchedValues fetched) {
        this.texts = texts;
        this.runner = runner;
        this.scope = scope;
        this.fetched = fetched;
    }

    /** A row to be inserted: its columns, their values, and which of them the engine itself computed. */
    private static final class Row {
        final SaveItem item;
        final List<MappedColumn> columns = new ArrayList<>();
        final List<@Nullable Object> values = new ArrayList<>();
        final List<MappedColumn> returned = new ArrayList<>();
        final List<MappedColumn> computed = new ArrayList<>();
        final List<@Nullable Object> computedValues = new ArrayList<>();
        /** Columns that the database writes and a SELECT reads. */
        final List<MappedColumn> selected = new ArrayList<>(0);
        /** Columns that the database writes and nobody reads yet. */
        final List<MappedColumn> unknown = new ArrayList<>(0);

        final List<ColumnExpression> expressions = new ArrayList<>(0);

        Row(SaveItem item) {
            this.item = item;
        }

        boolean sameShape(Row other) {
            return columns.equals(other.columns)
                    && expressions.equals(other.expressions)
                    && returned.equals(other.returned);
        }

        void put(MappedColumn column, @Nullable Object value) {
            columns.add(column);
            values.add(value);
        }

        void compute(MappedColumn column, @Nullable Object value) {
            put(column, value);
            computed.add(column);
            computedValues.add(value);
        }
    }

    void run(Table table, List<SaveItem> items) {
        if (items.isEmpty()) {
            return;
        }
        new SequenceKeys(texts, runner).assign(table, items);
        List<Row> group = new ArrayList<>();
        for (SaveItem item : items) {
            Row row = collect(table, item);
            if (!group.isEmpty() && !group.get(0).sameShape(row)) {
                insert(table, group);
                group.clear();
            }
            group.add(row);
        }
        if (!group.isEmpty()) {
            insert(table, group);
        }
    }

    // ---- what goes into a row ----

    private Row collect(Table table, SaveItem item) {
        TableMapper mapper = (TableMapper) item.mapper();
        Row row = new Row(item);
        MappedColumn version = mapper.versionColumn();
        for (MappedColumn mapped : mapper.columns()) {
            if (mapped.column().table() != table) {
                continue;
            }
            if (version != null && mapped.column() == version.column() && Versions.isCounted(version)) {
                row.compute(mapped, Versions.first(mapped));
            } else {
                collect(row, mapped);
            }
        }
        return row;
    }

    private void collect(Row row, MappedColumn mapped) {
        InstanceState state = row.item.state();
        if (state.expression(mapped.tracker().index()) instanceof Field<?> assigned && mapped.insertable()) {
            row.expressions.add(ColumnExpression.assigned(mapped.column(), assigned));
            leave(row, mapped, fetched.updated((TableMapper) row.item.mapper(), mapped));
            return;
        }
        Object value = state.value(mapped.tracker().index());
        boolean given = value != null && !Marker.is(value);
        if (given && mapped.insertable() && !Versions.isOfDatabase(mapped)) {
            row.put(mapped, value);
            return;
        }
        BasicProperty.Settings settings = mapped.property().settings();
        Supplier<?> computed = settings.insertDefault();
        ColumnExpression expression = declared(row, mapped);
        if (computed != null) {
            row.compute(mapped, computed.get());
        } else if (expression != null) {
            row.expressions.add(expression);
            leave(row, mapped, fetched.inserted((TableMapper) row.item.mapper(), mapped));
        } else if (isLeftToDatabase(mapped)) {
            leave(row, mapped, fetched.inserted((TableMapper) row.item.mapper(), mapped));
        } else {
            row.put(mapped, Primitives.absentValue(mapped.property().javaType()));
        }
    }

    private static @Nullable ColumnExpression declared(Row row, MappedColumn mapped) {
        return mapped.property().settings().inserted().expression() == null
                ? null
                : DeclaredExpressions.of((TableMapper) row.item.mapper()).inserted(mapped);
    }

    private static boolean isLeftToDatabase(MappedColumn mapped) {
        return mapped.column().isGenerated()
                || mapped.property().settings().serverDefault()
                || !mapped.insertable()
                || Versions.isOfDatabase(mapped);
    }

    private static void leave(Row row, MappedColumn mapped, Fetch fetch) {
        switch (fetch) {
            case RETURNED -> row.returned.add(mapped);
            case SELECTED -> row.selected.add(mapped);
            case LATER -> row.unknown.add(mapped);
        }
    }

    // ---- sending ----

    private void insert(Table table, List<Row> group) {
        Row first = group.get(0);
        List<Column> columns = first.columns.stream().map(MappedColumn::column).toList();
        List<Column> returned =
                first.returned.stream().map(MappedColumn::column).toList();
        InsertText text = texts.insert(table, columns, returned, first.expressions);
        List<@Nullable Object[]> rows = new ArrayList<>(group.size());
        group.forEach(row -> rows.add(row.values.toArray()));
        List<@Nullable Object[]> generated = runner.insert(text, rows);
        for (int at = 0; at < group.size(); at++) {
            store(table, group.get(at), generated.get(at));
        }
    }

    private void store(Table table, Row row, @Nullable Object[] generated) {
        InstanceState state = row.item.state();
        List<String> names = new ArrayList<>(0);
        for (int at = 0; at < row.returned.size(); at++) {
            MappedColumn mapped = row.returned.get(at);
            if (state.expression(mapped.tracker().index()) != null) {
                state.forgetCommitted(mapped.tracker().index());
            }
            mapped.tracker().storeQuietly(state, generated[at]);
            Versions.requireFetched(state, mapped);
            if (!mapped.column().isPrimaryKey()) {
                names.add(mapped.attribute());
            }
        }
        for (int at = 0; at < row.computed.size(); at++) {
            MappedColumn mapped = row.computed.get(at);
            mapped.tracker().storeQuietly(state, row.computedValues.get(at));
            state.forgetCommitted(mapped.tracker().index());
            if (!mapped.column().isPrimaryKey()) {
                names.add(mapped.attribute());
            }
        }
        if (!names.isEmpty()) {
            scope.generated(state, names);
        }
        fetched.expire(state, row.unknown);
        fetched.later(state, row.selected);
        Versions.requireProgrammed(table, row.item);
        copyInheritedKey(table, row.item);
    }

    /** With joined inheritance the key of the parent table is assigned to the key of the child table (rule A-14). */
    static void copyInheritedKey(Table table, SaveItem item) {
        TableMapper mapper = (TableMapper) item.mapper();
        List<Table> tables = mapper.tables();
        int position = tables.indexOf(table);
        boolean last = position < 0 || position == tables.size() - 1;
        if (last || mapper.isSecondary(tables.get(position + 1))) {
            return;
        }
        for (AttributeTracker key : mapper.keyAttributes()) {
            key.set(item.state(), key.get(item.state(), Passive.OFF), null, Passive.OFF);
        }
    }
}
