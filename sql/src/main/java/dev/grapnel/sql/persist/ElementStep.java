package dev.grapnel.sql.persist;

import dev.grapnel.core.error.StaleDataException;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.ElementTracker;
import dev.grapnel.core.instrument.ElementTracker.Row;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import dev.grapnel.core.store.SaveItem;
import dev.grapnel.sql.mapping.ColumnPair;
import dev.grapnel.sql.mapping.ElementTable;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.statement.StatementCache;
import dev.grapnel.sql.statement.StatementRunner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of one collection of values of several owners: those that are gone are deleted, then those that are new are inserted.
 *
 * <p>A row is found by its key or position, else by its values. Where these do not tell it for sure, because one is null or a number that
 * databases round, all rows of the owner are written anew.
 */
final class ElementStep {
    private static final Set<Class<?>> NOT_EXACT = Set.of(Double.class, Float.class, byte[].class);

    private final StatementCache texts;
    private final StatementRunner runner;
    private final ElementTable elements;
    private final List<@Nullable Object[]> wiped = new ArrayList<>();
    private final List<@Nullable Object[]> gone = new ArrayList<>();
    private final List<@Nullable Object[]> made = new ArrayList<>();
    private final List<InstanceState> losing = new ArrayList<>();

    ElementStep(StatementCache texts, StatementRunner runner, ElementTable elements) {
        this.texts = texts;
        this.runner = runner;
        this.elements = elements;
    }

    /** Writes what has changed of an owner that has a row; all elements, if that row was another object's. */
    void update(SaveItem item) {
        InstanceState owner = item.state();
        ElementTracker tracker = tracker(owner);
        if (item.switched() != null) {
            wiped.add(key(owner).toArray());
            insert(owner);
        } else if (tracker.isChanged(owner)) {
            collect(owner, tracker.storedRows(owner), tracker.rows(owner));
        }
    }

    /** Writes all elements of a new owner, also if nothing has changed since a flush that was rolled back. */
    void insert(InstanceState owner) {
        List<@Nullable Object> key = key(owner);
        tracker(owner).rows(owner).forEach(row -> made.add(values(key, row)));
    }

    /** Deletes all rows of an owner. */
    void delete(InstanceState owner) {
        wiped.add(key(owner).toArray());
    }

    private ElementTracker tracker(InstanceState owner) {
        return (ElementTracker)
                ClassManager.of(owner).tracker(elements.property().name());
    }

    // ---- what is to be done ----

    private void collect(InstanceState owner, List<Row> before, List<Row> now) {
        Map<Row, Integer> had = counted(before);
        Map<Row, Integer> has = counted(now);
        List<@Nullable Object> key = key(owner);
        Set<Row> fewer = new LinkedHashSet<>(had.keySet());
        fewer.removeIf(row -> has.getOrDefault(row, 0) >= had.getOrDefault(row, 0));
        if (fewer.stream().anyMatch(row -> !isCertain(row))) {
            wiped.add(key.toArray());
            now.forEach(row -> made.add(values(key, row)));
            return;
        }
        fewer.forEach(row -> remove(owner, key, row));
        has.forEach((row, count) -> {
            // Equal rows cannot be told apart: with one, all of them are deleted.
            int kept = fewer.contains(row) ? 0 : had.getOrDefault(row, 0);
            for (int at = kept; at < count; at++) {
                made.add(values(key, row));
            }
        });
    }

    private static Map<Row, Integer> counted(List<Row> rows) {
        Map<Row, Integer> counts = new LinkedHashMap<>();
        rows.forEach(row -> counts.merge(row, 1, Integer::sum));
        return counts;
    }

    private boolean isCertain(Row row) {
        return elements.key() != null
                || (!row.values().contains(null)
                        && elements.values().stream().noneMatch(column -> NOT_EXACT.contains(column.javaType())));
    }

    private void remove(InstanceState owner, List<@Nullable Object> key, Row row) {
        List<@Nullable Object> criteria = new ArrayList<>(key);
        if (elements.key() == null) {
            criteria.addAll(row.values());
        } else {
            criteria.add(row.key());
        }
        gone.add(criteria.toArray());
        losing.add(owner);
    }

    private @Nullable Object[] values(List<@Nullable Object> key, Row row) {
        List<@Nullable Object> values = new ArrayList<>(key);
        if (elements.key() != null) {
            values.add(row.key());
        }
        values.addAll(row.values());
        return values.toArray();
    }

    private List<@Nullable Object> key(InstanceState owner) {
        TableMapper mapper = TableMapper.of(owner);
        @Nullable Object[] key = new Object[elements.owner().size()];
        for (int at = 0; at < key.length; at++) {
            ColumnPair pair = elements.owner().get(at);
            key[at] = Objects.requireNonNull(mapper.attributeOf(pair.remote()), "key attribute")
                    .get(owner, Passive.OFF);
        }
        return Arrays.asList(key);
    }

    // ---- sending ----

    /** Sends what was collected. */
    void send() {
        if (!wiped.isEmpty()) {
            runner.executeBatch(texts.delete(elements.table(), elements.ownerColumns()), wiped);
        }
        if (!gone.isEmpty()) {
            List<Column> where = elements.key() == null ? elements.columns() : elements.keyColumns();
            check(runner.executeBatch(texts.delete(elements.table(), where), gone));
        }
        if (!made.isEmpty()) {
            runner.insert(texts.insert(elements.table(), elements.columns(), List.of()), made);
        }
    }

    private void check(int[] counts) {
        for (int at = 0; at < counts.length; at++) {
            if (counts[at] == 0) {
                throw new StaleDataException(
                        "Cannot delete an element of " + elements.property() + " of "
                                + losing.get(at) + ": table " + elements.table().name()
                                + " has no such row. Someone deleted it since it was loaded; roll back and load the object anew.");
            }
        }
    }
}
