package dev.grapnel.core.instrument;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.History;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Several values that belong to the object and have no identity: plain ones, or embedded ones.
 *
 * <p>The store has a row for each. With the first change the rows as the store has them are kept; a flush compares them with those of now.
 * Elements are told apart by {@code equals}, not by identity as those of a relationship.
 */
public final class ElementTracker extends CollectionTracker implements EmbeddedHolder {
    private final @Nullable EmbeddedShape shape;
    private final boolean positioned;

    /**
     * What the store has of one element.
     *
     * @param key its key in a map, its position in an ordered list, else null
     * @param values of its columns
     */
    public record Row(@Nullable Object key, List<@Nullable Object> values) implements Serializable {}

    ElementTracker(
            ClassManager manager,
            String name,
            int index,
            Object parentToken,
            CollectionKind kind,
            @Nullable EmbeddedShape shape,
            boolean positioned) {
        super(manager, name, index, parentToken, kind);
        this.shape = shape;
        this.positioned = positioned;
    }

    @Override
    public boolean isRelationship() {
        return false;
    }

    private boolean isKeyed() {
        return kind() == CollectionKind.MAP;
    }

    // ---- rows ----

    /** Whether the elements may be others than the store has. */
    public boolean isChanged(InstanceState state) {
        return state.isChanged(index());
    }

    /** The rows that the store has, if {@link #isChanged}. */
    @SuppressWarnings("unchecked") // what this attribute keeps
    public List<Row> storedRows(InstanceState state) {
        return state.committed(index()) instanceof List<?> rows ? (List<Row>) rows : List.of();
    }

    /** The rows of the elements in memory. */
    public List<Row> rows(InstanceState state) {
        TrackedCollection collection = inMemory(state);
        return collection == null ? List.of() : snapshot(collection);
    }

    @Override
    List<Row> snapshot(TrackedCollection collection) {
        Iterator<?> keys = collection instanceof Map<?, ?> map ? map.keySet().iterator() : Collections.emptyIterator();
        List<Row> rows = new ArrayList<>();
        for (Object element : collection.elements()) {
            rows.add(new Row(isKeyed() ? keys.next() : positioned ? rows.size() : null, valuesOf(element)));
        }
        return rows;
    }

    private List<@Nullable Object> valuesOf(Object element) {
        if (shape == null) {
            return Collections.singletonList(element);
        }
        @Nullable Object[] values = new Object[shape.size()];
        shape.decompose(element, values);
        return Arrays.asList(values);
    }

    private Object elementOf(Row row) {
        return shape == null
                ? Objects.requireNonNull(row.values().get(0), "element")
                : shape.make(row.values().toArray());
    }

    // ---- loading ----

    /**
     * Stores what the store has, without any event.
     *
     * @param state of the owner
     * @param rows one for each element, in order
     */
    public void load(InstanceState state, List<Row> rows) {
        TrackedCollection collection = beginLoading(state);
        for (Row row : rows) {
            putQuietly(state, collection, row.key(), elementOf(row));
        }
        state.expired(index(), false);
        finishLoading(state, collection);
    }

    @Override
    public @Nullable Object setCommitted(InstanceState state, @Nullable Object value) {
        TrackedCollection collection = beginLoading(state);
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, element) -> putQuietly(state, collection, key, element));
        } else if (value instanceof Iterable<?> elements) {
            elements.forEach(element -> putQuietly(state, collection, null, element));
        }
        state.expired(index(), false);
        finishLoading(state, collection);
        return collection;
    }

    private void putQuietly(InstanceState state, TrackedCollection collection, @Nullable Object key, Object element) {
        if (isKeyed() && collection instanceof TrackedMap<?, ?> map) {
            map.putQuietly(requireKey(state, key, element), element);
        } else {
            collection.addQuietly(element);
        }
        bind(state, element);
    }

    private Object requireKey(InstanceState state, @Nullable Object key, Object element) {
        if (key == null) {
            throw new InvalidRequestException(
                    "Cannot load the map " + this + " of " + state + ": the key of its element " + element
                            + " is null, and a map has no place for it. Give the row a key in the database.");
        }
        return key;
    }

    private void bind(InstanceState state, @Nullable Object element) {
        if (shape != null) {
            shape.bind(element, state, this);
        }
    }

    /** Has the elements in memory report their changes to the owner, which was restored from its serialised form. */
    void bindAll(InstanceState state) {
        TrackedCollection collection = shape == null ? null : inMemory(state);
        if (collection != null) {
            collection.elements().forEach(element -> bind(state, element));
        }
    }

    @Override
    void invalidate(@Nullable Object collection) {
        super.invalidate(collection);
        if (shape != null && collection instanceof TrackedCollection tracked) {
            tracked.elements().forEach(element -> shape.expire(element, this));
        }
    }

    // ---- elements ----

    @Override
    @Nullable Object fireAppend(InstanceState state, @Nullable Object element, Initiator initiator, @Nullable Object key) {
        Object joining = super.fireAppend(state, element, initiator, key);
        if (joining == null) {
            throw new InvalidArgumentException("Cannot add null to " + this + " of " + state
                    + ": a row of a collection has a value. Leave it out, or remove the element.");
        }
        bind(state, joining);
        return joining;
    }

    @Override
    void beforeReordering(InstanceState state) {
        if (positioned) {
            recordCollectionChange(state, Marker.NO_VALUE);
        }
    }

    @Override
    public boolean holds(InstanceState owner, EmbeddedShape changed, Enhanced object) {
        TrackedCollection collection = inMemory(owner);
        if (collection != null) {
            for (Object element : collection.elements()) {
                if (changed.within(element) == object) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public void changeInside(
            InstanceState owner, EmbeddedShape changed, Enhanced object, int component, @Nullable Object value) {
        recordCollectionChange(owner, Marker.NO_VALUE);
        changed.putInto(object, component, value);
        EmbeddedShape nested = changed.nested(component);
        if (nested != null) {
            nested.bind(value, owner, this);
        }
        tellModified(owner);
    }

    @Override
    void recordFlagged(InstanceState state) {
        recordCollectionChange(state, Marker.NO_VALUE);
    }

    // ---- whole assignment ----

    /**
     * Assigns elements made of rows, with events.
     *
     * @param state of the owner
     * @param rows one for each element, in order
     * @param passive how far to go to find the old collection
     */
    public void setRows(InstanceState state, List<Row> rows, int passive) {
        List<Object> elements = new ArrayList<>();
        List<Object> keys = new ArrayList<>();
        for (Row row : rows) {
            elements.add(elementOf(row));
            if (isKeyed()) {
                keys.add(Objects.requireNonNull(row.key()));
            }
        }
        setElements(state, elements, isKeyed() ? keys : null, passive);
    }

    @Override
    void exchange(
            InstanceState state,
            TrackedCollection replacement,
            List<Object> elements,
            @Nullable List<Object> keys,
            TrackedCollection former) {
        if (isKeyed()) {
            exchangeEntries(state, (TrackedMap<?, ?>) replacement, elements, Objects.requireNonNull(keys), former);
            return;
        }
        Set<Object> before = new LinkedHashSet<>(former.elements());
        for (Object element : elements) {
            if (before.contains(element)) {
                putQuietly(state, replacement, null, element);
            } else {
                replacement.add(element, replaceToken());
            }
        }
        Set<Object> now = new LinkedHashSet<>(elements);
        for (Object element : before) {
            if (now.contains(element)) {
                fireAppendWithoutMutation(state, element, replaceToken());
            } else {
                fireElementRemove(state, element, replaceToken(), Keys.NONE);
            }
        }
    }

    private void exchangeEntries(
            InstanceState state,
            TrackedMap<?, ?> replacement,
            List<Object> elements,
            List<Object> keys,
            TrackedCollection former) {
        Map<?, ?> before = (Map<?, ?>) former;
        for (int at = 0; at < elements.size(); at++) {
            Object element = elements.get(at);
            if (Objects.equals(before.get(keys.get(at)), element)) {
                putQuietly(state, replacement, keys.get(at), element);
            } else {
                replacement.put(keys.get(at), element, replaceToken());
            }
        }
        before.forEach((key, element) -> {
            if (!Objects.equals(replacement.get(key), element)) {
                fireElementRemove(state, element, replaceToken(), key);
            }
        });
    }

    // ---- history ----

    @Override
    public History<Object> history(InstanceState state, int passive) {
        Object current = get(state, passive);
        if (!(current instanceof TrackedCollection collection)) {
            return History.BLANK;
        }
        if (!isChanged(state)) {
            return new History<>(List.of(), new ArrayList<>(collection.elements()), List.of());
        }
        List<Row> gone = new ArrayList<>(storedRows(state));
        List<@Nullable Object> added = new ArrayList<>();
        List<@Nullable Object> unchanged = new ArrayList<>();
        Iterator<Object> elements = collection.elements().iterator();
        for (Row row : snapshot(collection)) {
            (gone.remove(row) ? unchanged : added).add(elements.next());
        }
        List<@Nullable Object> deleted = new ArrayList<>();
        gone.forEach(row -> deleted.add(elementOf(row)));
        return new History<>(added, unchanged, deleted);
    }

    @Override
    public List<@Nullable Object> allPending(InstanceState state, int passive) {
        return List.of();
    }
}
