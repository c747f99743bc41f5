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
    /** That of the latest row: rows of one class stand together. */
    private @Nullable UpdateForm form;

    UpdateStep(StatementCache texts, StatementRunner runner, WriteScope scope, FetchedValues fetched) {
        this.texts = texts;
        this.runner = runner;
        this.scope = scope;
        this.fetched = fetched;
    }

    void run(Table table, List<SaveItem> items) {
        List<UpdateRow> group = new ArrayList<>();
        for (SaveItem item : items) {
            UpdateRow row = collect(table, item);
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

    private UpdateRow collect(Table table, SaveItem item) {
        UpdateForm form = formOf((TableMapper) item.mapper(), table);
        UpdateRow row = new UpdateRow(item);
        for (MappedColumn mapped : form.updatable()) {
            if (hasNetChange(item.state(), mapped.tracker())) {
                write(row, mapped);
            }
        }
        boolean write = !row.isEmpty()
                || (form.version() != null && hasChange(form.mapper(), item.state(), UpdateStep::hasNetChange));
        if (!write) {
            return row;
        }
        computeDefaults(row, form);
        expressDefaults(row, form);
        findByKey(row, form, table);
        if (form.version() != null) {
            countVersion(row, form.version());
        }
        return row;
    }

    private UpdateForm formOf(TableMapper mapper, Table table) {
        UpdateForm known = form;
        if (known == null || known.mapper() != mapper) {
            known = UpdateForm.of(mapper, table);
            form = known;
        }
        return known;
    }

    private static void write(UpdateRow row, MappedColumn mapped) {
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

    private static void computeDefaults(UpdateRow row, UpdateForm form) {
        for (MappedColumn mapped : form.computed()) {
            Supplier<?> computed = mapped.property().settings().updateDefault();
            if (computed != null && !row.writes(mapped)) {
                row.compute(mapped, computed.get());
            }
        }
    }

    private static void expressDefaults(UpdateRow row, UpdateForm form) {
        for (DeclaredExpressions.Computed computed : form.expressed()) {
            if (!row.writes(computed.mapped())) {
                row.express(computed.mapped(), computed.expression());
            }
        }
    }

    private static void findByKey(UpdateRow row, UpdateForm form, Table table) {
        InstanceState state = row.item.state();
        for (MappedColumn key : form.keys()) {
            Object value = storedValue(state, key.tracker());
            if (value == null) {
                throw new FlushException("Cannot update the row of " + state + " in table " + table.name()
                        + ": its key " + key.property() + " is null. Set it back to what the row has.");
            }
            row.find(key, value);
        }
    }

    /** What the row has, as far as it is known. */
    private static @Nullable Object storedValue(InstanceState state, AttributeTracker key) {
        if (!state.isChanged(key.index())) {
            Object value = key.get(state, Passive.OFF);
            return Marker.is(value) ? null : value;
        }
        History<Object> history = key.history(state, Passive.OFF);
        return !history.deleted().isEmpty()
                ? history.deleted().get(0)
                : history.sum().isEmpty() ? null : history.sum().get(0);
    }

    private static void countVersion(UpdateRow row, MappedColumn version) {
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

    private void update(Table table, List<UpdateRow> group) {
        UpdateRow first = group.get(0);
        List<MappedColumn> returned = fetched(table, first, Fetch.RETURNED);
        int[] counts = returned.isEmpty() ? send(table, first, group) : updateReturning(table, group, returned);
        store(table, group);
        for (int at = 0; at < counts.length; at++) {
            if (counts[at] == 0) {
                throw stale(table, group.get(at));
            }
            if (counts[at] == StatementRunner.NOT_ALL_MET) {
                throw stale(table, group.get(at), group.size());
            }
        }
    }

    private int[] send(Table table, UpdateRow first, List<UpdateRow> group) {
        return first.expressions.isEmpty()
                ? runner.update(texts.updates(table, columns(first.changed), columns(first.where)), rows(group))
                : runner.executeBatch(text(table, first, List.of()), rows(group));
    }

    private PreparedText text(Table table, UpdateRow row, List<MappedColumn> returned) {
        List<Column> changed = columns(row.changed);
        List<Column> where = columns(row.where);
        return texts.update(table, changed, where, row.expressions, columns(returned));
    }

    /** What the database made of the row and is to come in one way. */
    private List<MappedColumn> fetched(Table table, UpdateRow row, Fetch wanted) {
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

    private static List<@Nullable Object[]> rows(List<UpdateRow> group) {
        List<@Nullable Object[]> rows = new ArrayList<>(group.size());
        group.forEach(row -> rows.add(row.parameters()));
        return rows;
    }

    /** One by one, since a batch of updates gives nothing back. */
    private int[] updateReturning(Table table, List<UpdateRow> group, List<MappedColumn> returned) {
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

    private static StaleDataException stale(Table table, UpdateRow row) {
        return new StaleDataException(
                "Cannot update the row of " + row.item.state() + " in table " + table.name() + ": no row has key"
                        + " and version " + row.whereValues
                        + ". Someone changed or deleted it since it was loaded; roll back, load it anew and"
                        + " apply the change again.");
    }

    private static StaleDataException stale(Table table, UpdateRow first, int count) {
        return new StaleDataException("Cannot update " + count + " rows in table " + table.name() + ", from that of "
                + first.item.state() + " on: not each of them was found by its key and version. Someone changed or"
                + " deleted one since it was loaded; roll back, load them anew and apply the changes again.");
    }

    private void store(Table table, List<UpdateRow> group) {
        List<MappedColumn> expired = fetched(table, group.get(0), Fetch.LATER);
        List<MappedColumn> selected = fetched(table, group.get(0), Fetch.SELECTED);
        for (UpdateRow row : group) {
            storeComputed(row);
            fetched.expire(row.item.state(), expired);
            fetched.later(row.item.state(), selected);
            Versions.requireProgrammed(table, row.item);
            InsertStep.copyInheritedKey(table, row.item);
        }
    }

    private void storeComputed(UpdateRow row) {
        if (row.computed.isEmpty()) {
            return;
        }
        InstanceState state = row.item.state();
        List<String> names = new ArrayList<>(row.computed.size());
        for (int at = 0; at < row.computed.size(); at++) {
            MappedColumn mapped = row.computed.get(at);
            mapped.tracker().storeQuietly(state, mapped.tracker().copied(row.computedValues.get(at)));
            Versions.requireFetched(state, mapped);
            state.forgetCommitted(mapped.tracker().index());
            names.add(mapped.attribute());
        }
        scope.generated(state, names);
    }
}
