package dev.grapnel.sql.persist;

import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.ElementTracker;
import dev.grapnel.core.instrument.ElementTracker.Row;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.store.RowChange;
import dev.grapnel.core.store.RowChange.Kind;
import dev.grapnel.core.store.SaveItem;
import dev.grapnel.sql.mapping.ElementTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of the rows of one collection of values of several owners.
 *
 * <p>A row is found by its key or position, else by its values. Where these do not tell it for sure, because one is null or a number that
 * databases round, all rows of the owner are written anew.
 */
final class ElementChanges {
    private static final Set<Class<?>> NOT_EXACT = Set.of(Double.class, Float.class, byte[].class);

    private final ElementTable elements;
    private final List<@Nullable Object[]> wiped = new ArrayList<>();
    private final List<@Nullable Object[]> gone = new ArrayList<>();
    private final List<@Nullable Object[]> made = new ArrayList<>();
    private final List<InstanceState> wiping = new ArrayList<>();
    private final List<InstanceState> losing = new ArrayList<>();
    private final List<InstanceState> making = new ArrayList<>();

    ElementChanges(ElementTable elements) {
        this.elements = elements;
    }

    /** The keys of owners that lose all rows. */
    List<@Nullable Object[]> wiped() {
        return wiped;
    }

    /** What tells the rows that go. */
    List<@Nullable Object[]> gone() {
        return gone;
    }

    /** The owners of the rows that go, in the same order. */
    List<InstanceState> losing() {
        return losing;
    }

    /** The values of the rows that come. */
    List<@Nullable Object[]> made() {
        return made;
    }

    /** The rows in the order in which they are written. */
    List<RowChange> rows() {
        List<RowChange> rows = new ArrayList<>();
        wiping.forEach(owner -> rows.add(row(Kind.DELETE, owner)));
        losing.forEach(owner -> rows.add(row(Kind.DELETE, owner)));
        making.forEach(owner -> rows.add(row(Kind.INSERT, owner)));
        return rows;
    }

    private RowChange row(Kind kind, InstanceState owner) {
        return new RowChange(kind, elements.table().name(), List.of(owner), List.of());
    }

    /** What has changed of an owner that has a row; all elements, if that row was another object's. */
    void update(SaveItem item, List<@Nullable Object> key) {
        InstanceState owner = item.state();
        ElementTracker tracker = tracker(owner);
        if (item.switched() != null) {
            wipe(owner, key);
            insert(owner, key);
        } else if (tracker.isChanged(owner)) {
            add(owner, key, tracker.storedRows(owner), tracker.rows(owner));
        }
    }

    /** All elements of a new owner, also if nothing has changed since a flush that was rolled back. */
    void insert(InstanceState owner, List<@Nullable Object> key) {
        tracker(owner).rows(owner).forEach(row -> make(owner, values(key, row)));
    }

    private ElementTracker tracker(InstanceState owner) {
        return (ElementTracker)
                ClassManager.of(owner).tracker(elements.property().name());
    }

    /** An owner loses all rows. */
    void wipe(InstanceState owner, List<@Nullable Object> key) {
        wiped.add(key.toArray());
        wiping.add(owner);
    }

    private void make(InstanceState owner, @Nullable Object[] values) {
        made.add(values);
        making.add(owner);
    }

    private void add(InstanceState owner, List<@Nullable Object> key, List<Row> before, List<Row> now) {
        Map<Row, Integer> had = counted(before);
        Map<Row, Integer> has = counted(now);
        Set<Row> fewer = new LinkedHashSet<>(had.keySet());
        fewer.removeIf(row -> has.getOrDefault(row, 0) >= had.getOrDefault(row, 0));
        if (fewer.stream().anyMatch(row -> !isCertain(row))) {
            wipe(owner, key);
            now.forEach(row -> make(owner, values(key, row)));
            return;
        }
        fewer.forEach(row -> remove(owner, key, row));
        has.forEach((row, count) -> {
            // Equal rows cannot be told apart: with one, all of them are deleted.
            int kept = fewer.contains(row) ? 0 : had.getOrDefault(row, 0);
            for (int at = kept; at < count; at++) {
                make(owner, values(key, row));
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
}
