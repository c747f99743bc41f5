package dev.grapnel.sql.persist;

import dev.grapnel.core.error.StaleDataException;
import dev.grapnel.core.mapping.BasicProperty;
import dev.grapnel.core.state.History;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import dev.grapnel.core.store.KeyUpdate;
import dev.grapnel.core.store.NetChange;
import dev.grapnel.core.store.WriteScope;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.Table;
import dev.grapnel.sql.statement.ColumnExpression;
import dev.grapnel.sql.statement.PreparedText;
import dev.grapnel.sql.statement.StatementCache;
import dev.grapnel.sql.statement.StatementRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes the keys of post-update relationships by an update of their own, without mapper events (rule U-27). */
final class PostUpdateStep {
    private final StatementCache texts;
    private final StatementRunner runner;
    private final WriteScope scope;

    PostUpdateStep(StatementCache texts, StatementRunner runner, WriteScope scope) {
        this.texts = texts;
        this.runner = runner;
        this.scope = scope;
    }

    /** One update: what it writes, and where. */
    private static final class Row {
        final InstanceState state;
        final List<MappedColumn> changed = new ArrayList<>();
        final List<@Nullable Object> values = new ArrayList<>();
        final List<MappedColumn> computed = new ArrayList<>(0);
        final List<MappedColumn> expressed = new ArrayList<>(0);
        final List<ColumnExpression> expressions = new ArrayList<>(0);
        final List<MappedColumn> where = new ArrayList<>(2);
        final List<@Nullable Object> whereValues = new ArrayList<>(2);

        Row(InstanceState state) {
            this.state = state;
        }

        void set(MappedColumn column, @Nullable Object value) {
            changed.add(column);
            values.add(value);
        }

        void compute(MappedColumn column, @Nullable Object value) {
            set(column, value);
            computed.add(column);
        }

        boolean sameShape(Row other) {
            return changed.equals(other.changed) && expressions.equals(other.expressions) && where.equals(other.where);
        }

        @Nullable Object[] parameters() {
            List<@Nullable Object> parameters = new ArrayList<>(values);
            parameters.addAll(whereValues);
            return parameters.toArray();
        }
    }

    void run(Table table, KeyUpdate update) {
        List<Row> group = new ArrayList<>();
        for (InstanceState state : update.states()) {
            TableMapper mapper = TableMapper.of(state);
            Row row = mapper.tables().contains(table) ? collect(table, mapper, state, update) : null;
            if (row == null) {
                continue;
            }
            if (!group.isEmpty() && !group.get(0).sameShape(row)) {
                write(table, group, update.deleting());
                group.clear();
            }
            group.add(row);
        }
        if (!group.isEmpty()) {
            write(table, group, update.deleting());
        }
    }

    // ---- what goes into a row ----

    private static @Nullable Row collect(Table table, TableMapper mapper, InstanceState state, KeyUpdate update) {
        Row row = new Row(state);
        for (MappedColumn mapped : mapper.columns(table)) {
            if (update.attributes().contains(mapped.attribute())) {
                setIfChanged(row, mapped);
            }
        }
        if (row.changed.isEmpty()) {
            return null;
        }
        addDefaults(row, mapper, table);
        for (MappedColumn key : mapper.keyColumns(table)) {
            row.where.add(key);
            row.whereValues.add(key.tracker().get(state, Passive.OFF));
        }
        MappedColumn version = mapper.versionColumn();
        if (version != null && version.column().table() == table) {
            countVersion(row, version);
        }
        return row;
    }

    private static void setIfChanged(Row row, MappedColumn mapped) {
        History<Object> history = mapped.tracker().history(row.state, Passive.NO_INITIALIZE);
        if (!history.added().isEmpty()) {
            row.set(mapped, history.added().get(0));
        }
    }

    /** Whatever updates the row; what the program has set in this flush stays. */
    private static void addDefaults(Row row, TableMapper mapper, Table table) {
        for (MappedColumn mapped : mapper.columns(table)) {
            Supplier<?> computed = mapped.property().settings().updateDefault();
            if (computed != null && !isSet(row, mapped)) {
                row.compute(mapped, computed.get());
            }
        }
        for (DeclaredExpressions.Computed computed :
                DeclaredExpressions.of(mapper).updated(table)) {
            if (!isSet(row, computed.mapped())) {
                row.expressed.add(computed.mapped());
                row.expressions.add(computed.expression());
            }
        }
    }

    private static boolean isSet(Row row, MappedColumn mapped) {
        return row.state.isChanged(mapped.tracker().index()) || row.changed.contains(mapped);
    }

    /** The row has to be the one that the object knows; an object that is new in this flush keeps its first version. */
    private static void countVersion(Row row, MappedColumn version) {
        int index = version.tracker().index();
        Object before = row.state.isChanged(index)
                ? row.state.committed(index)
                : version.tracker().get(row.state, Passive.OFF);
        row.where.add(version);
        row.whereValues.add(before);
        if (row.state.hasKey() && Versions.isCounted(version)) {
            row.compute(version, Versions.next(version, before));
        }
    }

    // ---- sending ----

    private void write(Table table, List<Row> group, boolean deleting) {
        Row first = group.get(0);
        PreparedText text =
                texts.update(table, columns(first.changed), columns(first.where), first.expressions, List.of());
        List<@Nullable Object[]> rows = new ArrayList<>(group.size());
        group.forEach(row -> rows.add(row.parameters()));
        int[] counts = runner.executeBatch(text, rows);
        for (int at = 0; at < counts.length; at++) {
            if (counts[at] == 0) {
                throw stale(table, group.get(at));
            }
        }
        group.forEach(row -> store(table, row, deleting));
    }

    private static List<Column> columns(List<MappedColumn> mapped) {
        return mapped.stream().map(MappedColumn::column).toList();
    }

    private static StaleDataException stale(Table table, Row row) {
        return new StaleDataException("Cannot write the key of " + row.state + " in table " + table.name()
                + " by an update of its own: no row has key and version " + row.whereValues
                + ". Someone changed or deleted it; roll back and load the object anew.");
    }

    private void store(Table table, Row row, boolean deleting) {
        List<String> names = new ArrayList<>(row.computed.size());
        for (MappedColumn mapped : row.computed) {
            mapped.tracker().storeQuietly(row.state, row.values.get(row.changed.indexOf(mapped)));
            names.add(mapped.attribute());
        }
        if (!names.isEmpty()) {
            scope.generated(row.state, names);
        }
        MappedColumn version = TableMapper.of(row.state).versionColumn();
        if (version != null && version.column().table() == table && Versions.isOfDatabase(version)) {
            scope.unknown(row.state, List.of(version.attribute()));
        }
        if (!deleting && !row.expressed.isEmpty()) {
            scope.unknown(
                    row.state,
                    row.expressed.stream().map(MappedColumn::attribute).toList());
        }
    }

    /** The columns that the update of one object would write, in order; none if it would write nothing. */
    static List<MappedColumn> foretell(Table table, InstanceState state, Set<String> attributes, NetChange changes) {
        TableMapper mapper = TableMapper.of(state);
        List<MappedColumn> written = new ArrayList<>();
        for (MappedColumn mapped : mapper.columns(table)) {
            if (attributes.contains(mapped.attribute()) && changes.isIn(state, mapped.tracker())) {
                written.add(mapped);
            }
        }
        if (written.isEmpty()) {
            return written;
        }
        MappedColumn version = mapper.versionColumn();
        for (MappedColumn mapped : mapper.columns(table)) {
            BasicProperty.Source source = mapped.property().settings().updated();
            boolean computed = (source.function() != null || source.expression() != null)
                    && !state.isChanged(mapped.tracker().index());
            boolean counted = mapped.equals(version) && state.hasKey() && Versions.isCounted(mapped);
            if ((computed || counted) && !written.contains(mapped)) {
                written.add(mapped);
            }
        }
        return written;
    }
}
