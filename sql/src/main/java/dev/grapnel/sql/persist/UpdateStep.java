package dev.grapnel.sql.persist;

import dev.grapnel.core.error.FlushException;
import dev.grapnel.core.error.StaleDataException;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.mapping.BasicProperty;
import dev.grapnel.core.state.History;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import dev.grapnel.core.store.NetChange;
import dev.grapnel.core.store.SaveItem;
import dev.grapnel.core.store.WriteScope;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.persist.FetchRules.Fetch;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.Table;
import dev.grapnel.sql.statement.ColumnExpression;
import dev.grapnel.sql.statement.PreparedText;
import dev.grapnel.sql.statement.Rows;
import dev.grapnel.sql.statement.StatementCache;
import dev.grapnel.sql.statement.StatementRunner;
import dev.grapnel.sql.statement.ValueTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Updates rows of one table: columns with a net change only (rule U-16), grouped by which columns they are. The row is found by the key as
 * the database has it and, with a version, by that (rule U-19); a row that is not met is an error (rule U-17).
 */
final class UpdateStep {
    private final StatementCache texts;
    private final StatementRunner runner;
    private final WriteScope scope;
    private final FetchedValues fetched;

    UpdateStep(StatementCache texts, StatementRunner runner, WriteScope scope, FetchedValues fetched) {
        this.texts = texts;
        this.runner = runner;
        this.scope = scope;
        this.fetched = fetched;
    }

    private static final class Row {
        final SaveItem item;
        final List<MappedColumn> changed = new ArrayList<>();
        final List<MappedColumn> expressed = new ArrayList<>(0);
        final List<ColumnExpression> expressions = new ArrayList<>(0);
        final List<MappedColumn> where = new ArrayList<>();
        final List<@Nullable Object> values = new ArrayList<>();
        final List<@Nullable Object> whereValues = new ArrayList<>();
        final List<MappedColumn> computed = new ArrayList<>();
        final List<@Nullable Object> computedValues = new ArrayList<>();

        Row(SaveItem item) {
            this.item = item;
        }

        boolean sameShape(Row other) {
            return changed.equals(other.changed)
                    && expressions.equals(other.expressions)
                    && where.equals(other.where)
                    && item.mapper() == other.item.mapper();
        }

        @Nullable Object[] parameters() {
            List<@Nullable Object> parameters = new ArrayList<>(values);
            parameters.addAll(whereValues);
            return parameters.toArray();
        }

        /** Takes values that the database made. */
        void take(Rows found, List<MappedColumn> returned, ValueTypes types) {
            for (int at = 0; at < returned.size(); at++) {
                computed.add(returned.get(at));
                computedValues.add(found.read(types.reader(returned.get(at).column()), at + 1));
            }
        }

        boolean isEmpty() {
            return changed.isEmpty() && expressed.isEmpty();
        }

        List<MappedColumn> written() {
            if (expressed.isEmpty()) {
                return changed;
            }
            List<MappedColumn> all = new ArrayList<>(changed);
            all.addAll(expressed);
            return all;
        }

        void express(MappedColumn column, ColumnExpression value) {
            expressed.add(column);
            expressions.add(value);
        }

        boolean writes(MappedColumn column) {
            return changed.contains(column) || expressed.contains(column);
        }

        void set(MappedColumn column, @Nullable Object value) {
            changed.add(column);
            values.add(value);
        }

        void compute(MappedColumn column, @Nullable Object value) {
            set(column, value);
            computed.add(column);
            computedValues.add(value);
        }

        void find(MappedColumn column, @Nullable Object value) {
            where.add(column);
            whereValues.add(value);
        }
    }

    void run(Table table, List<SaveItem> items) {
        List<Row> group = new ArrayList<>();
        for (SaveItem item : items) {
            Row row = collect(table, item);
            if (row.isEmpty()) {
                continue;
            }
            if (!group.isEmpty() && !group.get(0).sameShape(row)) {
                update(table, group);
                group.clear();
            }
            group.add(row);
        }
        if (!group.isEmpty()) {
            update(table, group);
        }
    }

    // ---- what goes into a row ----

    private static Row collect(Table table, SaveItem item) {
        TableMapper mapper = (TableMapper) item.mapper();
        Row row = new Row(item);
        List<MappedColumn> columns = mapper.columns(table);
        for (MappedColumn mapped : columns) {
            if (mapped.updatable() && hasNetChange(item.state(), mapped.tracker())) {
                write(row, mapped);
            }
        }
        MappedColumn version = mapper.versionColumn();
        boolean versioned = version != null && version.column().table() == table;
        boolean write = !row.isEmpty() || (versioned && hasChange(mapper, item.state(), UpdateStep::hasNetChange));
        if (!write) {
            return row;
        }
        computeDefaults(row, columns);
        expressDefaults(row, mapper, table);
        findByKey(row, mapper, table);
        if (version != null && versioned) {
            countVersion(row, version);
        }
        return row;
    }

    private static void write(Row row, MappedColumn mapped) {
        InstanceState state = row.item.state();
        int index = mapped.tracker().index();
        if (state.expression(index) instanceof Field<?> expression) {
            row.express(mapped, ColumnExpression.assigned(mapped.column(), expression));
        } else {
            Object value = state.value(index);
            row.set(mapped, Marker.is(value) ? null : value);
        }
    }

    /** The columns that an update would write, in order; none if it would write nothing. */
    static List<MappedColumn> foretell(Table table, SaveItem item, NetChange changes) {
        TableMapper mapper = (TableMapper) item.mapper();
        List<MappedColumn> written = new ArrayList<>();
        List<MappedColumn> columns = mapper.columns(table);
        for (MappedColumn mapped : columns) {
            if (mapped.updatable() && changes.isIn(item.state(), mapped.tracker())) {
                written.add(mapped);
            }
        }
        MappedColumn version = mapper.versionColumn();
        boolean versioned = version != null && version.column().table() == table;
        if (written.isEmpty() && !(versioned && hasChange(mapper, item.state(), changes))) {
            return written;
        }
        for (MappedColumn mapped : columns) {
            BasicProperty.Source source = mapped.property().settings().updated();
            boolean computed = source.function() != null
                    || source.expression() != null
                    || (mapped.equals(version) && Versions.isCounted(mapped));
            if (computed && !written.contains(mapped)) {
                written.add(mapped);
            }
        }
        return written;
    }

    private static boolean hasNetChange(InstanceState state, AttributeTracker attribute) {
        int index = attribute.index();
        if (!state.isChanged(index)) {
            return false;
        }
        if (state.expression(index) != null) {
            return true;
        }
        Object value = state.value(index);
        return !attribute.isEqual(Marker.is(value) ? null : value, state.committed(index));
    }

    private static boolean hasChange(TableMapper mapper, InstanceState state, NetChange changes) {
        for (MappedColumn mapped : mapper.columns()) {
            if (changes.isIn(state, mapped.tracker())) {
                return true;
            }
        }
        return false;
    }

    private static void computeDefaults(Row row, List<MappedColumn> columns) {
        for (MappedColumn mapped : columns) {
            Supplier<?> computed = mapped.property().settings().updateDefault();
            if (computed != null && !row.writes(mapped)) {
                row.compute(mapped, computed.get());
            }
        }
    }

    private static void expressDefaults(Row row, TableMapper mapper, Table table) {
        for (DeclaredExpressions.Computed computed :
                DeclaredExpressions.of(mapper).updated(table)) {
            if (!row.writes(computed.mapped())) {
                row.express(computed.mapped(), computed.expression());
            }
        }
    }

    private static void findByKey(Row row, TableMapper mapper, Table table) {
        InstanceState state = row.item.state();
        for (MappedColumn key : mapper.keyColumns(table)) {
            History<Object> history = key.tracker().history(state, Passive.OFF);
            Object value = !history.deleted().isEmpty()
                    ? history.deleted().get(0)
                    : history.sum().isEmpty() ? null : history.sum().get(0);
            if (value == null) {
                throw new FlushException("Cannot update the row of " + state + " in table " + table.name()
                        + ": its key " + key.property() + " is null. Set it back to what the row has.");
            }
            row.find(key, value);
        }
    }

    private static void countVersion(Row row, MappedColumn version) {
        InstanceState known = row.item.switched() != null ? row.item.switched() : row.item.state();
        int index = version.tracker().index();
        Object before = known.isChanged(index)
                ? known.committed(index)
                : version.tracker().get(known, Passive.OFF);
        before = Marker.is(before) ? null : before;
        row.find(version, before);
        int at = row.changed.indexOf(version);
        if (at < 0 && Versions.isCounted(version)) {
            row.compute(version, Versions.next(version, before));
        }
    }

    // ---- sending ----

    private void update(Table table, List<Row> group) {
        Row first = group.get(0);
        List<MappedColumn> returned = fetched(table, first, Fetch.RETURNED);
        int[] counts = returned.isEmpty()
                ? runner.executeBatch(text(table, first, returned), rows(group))
                : updateReturning(table, group, returned);
        group.forEach(row -> store(table, row));
        for (int at = 0; at < counts.length; at++) {
            if (counts[at] == 0) {
                throw stale(table, group.get(at));
            }
        }
    }

    private PreparedText text(Table table, Row row, List<MappedColumn> returned) {
        List<Column> changed = columns(row.changed);
        List<Column> where = columns(row.where);
        return texts.update(table, changed, where, row.expressions, columns(returned));
    }

    /** What the database made of the row and is to come in one way. */
    private List<MappedColumn> fetched(Table table, Row row, Fetch wanted) {
        TableMapper mapper = (TableMapper) row.item.mapper();
        List<MappedColumn> changing = fetched.updated(mapper, table, row.written(), wanted);
        if (row.expressed.isEmpty()) {
            return changing;
        }
        List<MappedColumn> all = new ArrayList<>(changing);
        for (MappedColumn mapped : row.expressed) {
            if (fetched.updated(mapper, mapped) == wanted) {
                all.add(mapped);
            }
        }
        return all;
    }

    private static List<Column> columns(List<MappedColumn> mapped) {
        return mapped.stream().map(MappedColumn::column).toList();
    }

    private static List<@Nullable Object[]> rows(List<Row> group) {
        List<@Nullable Object[]> rows = new ArrayList<>(group.size());
        group.forEach(row -> rows.add(row.parameters()));
        return rows;
    }

    /** One by one, since a batch of updates gives nothing back. */
    private int[] updateReturning(Table table, List<Row> group, List<MappedColumn> returned) {
        PreparedText text = text(table, group.get(0), returned);
        int[] counts = new int[group.size()];
        for (int at = 0; at < counts.length; at++) {
            try (Rows found = runner.query(text, group.get(at).parameters())) {
                while (found.next()) {
                    counts[at]++;
                    group.get(at).take(found, returned, texts.types());
                }
            }
        }
        return counts;
    }

    private static StaleDataException stale(Table table, Row row) {
        return new StaleDataException(
                "Cannot update the row of " + row.item.state() + " in table " + table.name() + ": no row has key"
                        + " and version " + row.whereValues
                        + ". Someone changed or deleted it since it was loaded; roll back, load it anew and"
                        + " apply the change again.");
    }

    private void store(Table table, Row row) {
        InstanceState state = row.item.state();
        List<String> names = new ArrayList<>(0);
        for (int at = 0; at < row.computed.size(); at++) {
            MappedColumn mapped = row.computed.get(at);
            mapped.tracker().storeQuietly(state, mapped.tracker().copied(row.computedValues.get(at)));
            Versions.requireFetched(state, mapped);
            state.forgetCommitted(mapped.tracker().index());
            names.add(mapped.attribute());
        }
        if (!names.isEmpty()) {
            scope.generated(state, names);
        }
        fetched.expire(state, fetched(table, row, Fetch.LATER));
        fetched.later(state, fetched(table, row, Fetch.SELECTED));
        Versions.requireProgrammed(table, row.item);
        InsertStep.copyInheritedKey(table, row.item);
    }
}
