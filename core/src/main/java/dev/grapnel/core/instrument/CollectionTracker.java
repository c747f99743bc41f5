package dev.grapnel.core.instrument;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.state.History;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import dev.grapnel.core.state.PendingMutation;
import dev.grapnel.events.Listeners;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Several other mapped objects: one-to-many or many-to-many; of {@link QueueTracker}, if they are never in memory together; of
 * {@link PlacedTracker}, if the store keeps the place of each; or several values, in {@link ElementTracker}.
 */
public sealed class CollectionTracker extends AttributeTracker permits ElementTracker, PlacedTracker, QueueTracker {
    private final CollectionKind kind;
    private final Initiator appendToken;
    private final Initiator bulkReplaceToken;
    private final Listeners<AttributeEvent<Object, Object>> append;
    private final Listeners<AttributeEvent<Object, Object>> appendWithoutMutation;
    private final Listeners<BulkReplaceEvent<Object, Object>> bulkReplace;
    private final Listeners<CollectionEvent<Object, Object>> initCollection;
    private final Listeners<CollectionEvent<Object, Object>> disposeCollection;
    private boolean repeats = true;

    CollectionTracker(ClassManager manager, String name, int index, Object parentToken, CollectionKind kind) {
        super(manager, name, index, parentToken);
        this.kind = kind;
        this.appendToken = new Initiator(this, Operation.APPEND);
        this.bulkReplaceToken = new Initiator(this, Operation.BULK_REPLACE);
        this.append = dispatch().listeners(AttributeEventKeys.APPEND);
        this.appendWithoutMutation = dispatch().listeners(AttributeEventKeys.APPEND_WO_MUTATION);
        this.bulkReplace = dispatch().listeners(AttributeEventKeys.BULK_REPLACE);
        this.initCollection = dispatch().listeners(AttributeEventKeys.INIT_COLLECTION);
        this.disposeCollection = dispatch().listeners(AttributeEventKeys.DISPOSE_COLLECTION);
    }

    CollectionKind kind() {
        return kind;
    }

    @Override
    public boolean isCollection() {
        return true;
    }

    @Override
    public boolean isRelationship() {
        return true;
    }

    @Override
    public final boolean acceptsScalarLoader() {
        return false;
    }

    @Override
    public Initiator appendToken() {
        return appendToken;
    }

    @Override
    public Initiator replaceToken() {
        return bulkReplaceToken;
    }

    /** Says whether an element that its own side has put here is there twice when the program adds it too. */
    public final void repeats(boolean twice) {
        this.repeats = twice;
    }

    /** Whether the program may still add what a write of another attribute has put here. */
    final boolean awaits(@Nullable Initiator initiator) {
        return awaitsOthers() && initiator != null && initiator.attribute() != this;
    }

    final boolean awaitsOthers() {
        return !repeats;
    }

    /** A collection that the program is about to write on its own side too is loaded as it was, and what is queued joins it. */
    @Override
    public @Nullable Object get(InstanceState state, int passive) {
        boolean asItWas = !repeats && !state.has(index()) && state.pending(index()) != null;
        return super.get(state, asItWas ? passive | Passive.NO_AUTOFLUSH : passive);
    }

    // ---- keys of maps ----

    /** The key of an element in a map; null if it has none. */
    @Nullable Object keyOf(Object element) {
        return kind.keyOf(element);
    }

    /** Why an element has no key in a map, and what to do about it. */
    String whyNoKey(String what, String advice) {
        return "the attribute or function of the element that gives the map's key is null"
                + (what.equals("load") ? ", and a map has no place for it." : ".") + advice;
    }

    // ---- making collections ----

    private TrackedCollection make(InstanceState state) {
        return made(state, kind.create(new CollectionAdapter(this, state)));
    }

    private TrackedCollection made(InstanceState state, TrackedCollection collection) {
        if (!initCollection.isEmpty()) {
            initCollection.fire(new CollectionEvent<>(this, state, collection, appendToken));
        }
        return collection;
    }

    @Override
    Object emptyValue(InstanceState state) {
        Object known = state.emptyCollection(index());
        if (known != null) {
            return known;
        }
        TrackedCollection collection = make(state);
        collection.adapter().setAside(true);
        state.keepEmptyCollection(index(), collection);
        return collection;
    }

    private void place(InstanceState state, TrackedCollection collection) {
        state.takeEmptyCollection(index());
        state.store(index(), collection);
        collection.adapter().placed();
    }

    /** The collection of an object, without loading it; null if it is not in memory. */
    public @Nullable TrackedCollection inMemory(InstanceState state) {
        Object value = state.value(index());
        return value instanceof TrackedCollection collection ? collection : null;
    }

    @Override
    public @Nullable Object setCommitted(InstanceState state, @Nullable Object value) {
        int size = value instanceof Collection<?> elements ? elements.size() : 0;
        TrackedCollection collection = made(state, kind.create(new CollectionAdapter(this, state), size));
        if (value instanceof Iterable<?> elements) {
            for (Object element : elements) {
                loadElement(state, collection, element);
            }
        }
        place(state, collection);
        state.forgetCommitted(index());
        state.expired(index(), false);
        mergePending(state, collection);
        return collection;
    }

    private void mergePending(InstanceState state, TrackedCollection collection) {
        PendingMutation pending = state.takePending(index());
        if (pending != null) {
            recordCollectionChange(state, collection);
            pending.added().forEach(element -> addQueued(collection, element));
            pending.removed().forEach(collection::removeQuietly);
        }
    }

    /** What is queued has joined by its own side: the program adds to a collection that is in memory. */
    void addQueued(TrackedCollection collection, Object element) {
        collection.addQuietly(element);
        if (!repeats && collection instanceof TrackedList<?>) {
            collection.adapter().await(element);
        }
    }

    /** Empties a collection made while a result is read, so that rows can fill it. */
    public TrackedCollection beginLoading(InstanceState state) {
        TrackedCollection collection = make(state);
        place(state, collection);
        return collection;
    }

    /** A row brought an element of a collection that is being read. */
    public void loadElement(InstanceState state, TrackedCollection collection, Object element) {
        collection.addQuietly(element);
    }

    /** The collection that was read is complete. */
    public void finishLoading(InstanceState state, TrackedCollection collection) {
        state.forgetCommitted(index());
        mergePending(state, collection);
    }

    /** The collection in memory is no longer the object's. */
    void invalidate(@Nullable Object collection) {
        if (collection instanceof TrackedCollection tracked) {
            tracked.adapter().invalidate();
        }
    }

    // ---- element events ----

    @Nullable Object fireAppend(InstanceState state, @Nullable Object element, Initiator initiator, @Nullable Object key) {
        Object joining = element;
        if (!append.isEmpty()) {
            AttributeEvent<Object, Object> event = new AttributeEvent<>(this, state, element, initiator, key);
            append.fire(event);
            joining = event.value();
        }
        recordCollectionChange(state, Marker.NO_VALUE);
        tellParent(joining, state, true);
        return joining;
    }

    void fireAppendWithoutMutation(InstanceState state, @Nullable Object element, Initiator initiator) {
        if (!appendWithoutMutation.isEmpty()) {
            appendWithoutMutation.fire(new AttributeEvent<>(this, state, element, initiator, null));
        }
    }

    void fireElementRemove(InstanceState state, @Nullable Object element, Initiator initiator, @Nullable Object key) {
        tellParent(element, state, false);
        fireRemove(state, element, initiator, key);
        recordCollectionChange(state, Marker.NO_VALUE);
    }

    void elementTaken(InstanceState state) {
        recordCollectionChange(state, Marker.NO_VALUE);
    }

    /** Only the order of the elements is about to change. */
    void beforeReordering(InstanceState state) {
        // order is not kept
    }

    /** What is kept of a collection before its first change. */
    List<?> snapshot(TrackedCollection collection) {
        return collection.elements();
    }

    final void recordCollectionChange(InstanceState state, @Nullable Object former) {
        Object kept = former;
        if (!state.isChanged(index())) {
            if (kept == Marker.NO_VALUE && state.has(index())) {
                kept = state.value(index());
            }
            if (kept instanceof TrackedCollection collection) {
                kept = snapshot(collection);
            }
        }
        recordChange(state, kept);
    }

    // ---- writing ----

    @Override
    public void append(InstanceState state, Object value, Initiator initiator, int passive) {
        Object collection = get(state, passive);
        if (collection instanceof TrackedCollection tracked) {
            tracked.add(value, initiator);
        } else {
            queue(state, fireAppend(state, value, initiator, Keys.NONE));
        }
    }

    /** Queues an element of a collection that is not in memory. */
    final void queue(InstanceState state, @Nullable Object joining) {
        if (joining == null) {
            throw new InvalidRequestException("Cannot add null to " + this + " of " + state
                    + ": the collection is not in memory, and what joins it later has to be an object. A listener to append gave null;"
                    + " let it throw to refuse an element.");
        }
        state.makePending(index()).add(joining);
    }

    @Override
    public void pop(InstanceState state, Object value, Initiator initiator, int passive) {
        Object collection = get(state, passive);
        if (collection instanceof TrackedCollection tracked) {
            if (!tracked.adapter().isLeaving(value)) {
                tracked.discard(value, initiator);
            }
        } else {
            fireElementRemove(state, value, initiator, Keys.NONE);
            state.makePending(index()).remove(value);
        }
    }

    @Override
    public void delete(InstanceState state) {
        if (state.value(index()) instanceof TrackedCollection collection) {
            recordCollectionChange(state, Marker.NO_VALUE);
            collection.clearWithEvents();
            state.drop(index());
        }
    }

    @Override
    public void set(InstanceState state, @Nullable Object value, @Nullable Initiator initiator, int passive) {
        TrackedCollection replacement = make(state);
        if (value == null || !kind.accepts(value)) {
            throw new InvalidArgumentException(
                    "Cannot assign " + this + " of " + state + ": it takes a " + kind.description()
                            + " and was given "
                            + (value == null ? "null" : "a " + value.getClass().getName())
                            + ". Assign an empty one to remove all elements.");
        }
        assign(state, replacement, kind.elementsOf(value), kind.keysOf(value), value, passive);
    }

    /**
     * Assigns all elements, with events; a map derives its keys from them.
     *
     * @param state of the object
     * @param elements the new elements
     * @param passive how far to go to find the old collection
     */
    public void setElements(InstanceState state, List<Object> elements, int passive) {
        setElements(state, elements, null, passive);
    }

    /**
     * Assigns all elements, with events.
     *
     * @param state of the object
     * @param elements the new elements
     * @param keys of the elements in a map that keeps them; null if there are none
     * @param passive how far to go to find the old collection
     */
    public final void setElements(
            InstanceState state, List<Object> elements, @Nullable List<Object> keys, int passive) {
        assign(state, make(state), elements, keys, elements, passive);
    }

    private void assign(
            InstanceState state,
            TrackedCollection replacement,
            List<Object> elements,
            @Nullable List<Object> keys,
            Object value,
            int passive) {
        if (!bulkReplace.isEmpty()) {
            bulkReplace.fire(new BulkReplaceEvent<>(this, state, elements, keys, bulkReplaceToken));
        }
        Object old = get(state, Passive.ONLY_PERSISTENT ^ (passive & Passive.NO_RAISE));
        if (old == Marker.PASSIVE_NO_RESULT) {
            old = emptyValue(state);
        } else if (old == value) {
            return;
        }
        TrackedCollection former = (TrackedCollection) Objects.requireNonNull(old);
        recordCollectionChange(state, former);
        place(state, replacement);
        exchange(state, replacement, elements, keys, former);
        dispose(state, former);
    }

    /** Fills a collection that was assigned, and tells of what joined, stayed and left. */
    void exchange(
            InstanceState state,
            TrackedCollection replacement,
            List<Object> elements,
            @Nullable List<Object> keys,
            TrackedCollection former) {
        Set<Object> before = identitySet(former.elements());
        Set<Object> now = identitySet(elements);
        for (Object element : elements) {
            if (before.contains(element)) {
                replacement.addQuietly(element);
            } else {
                replacement.add(element, bulkReplaceToken);
            }
        }
        for (Object element : before) {
            if (now.contains(element)) {
                fireAppendWithoutMutation(state, element, bulkReplaceToken);
            }
        }
        for (Object element : before) {
            if (!now.contains(element)) {
                removeReplaced(state, replacement.adapter(), element);
            }
        }
    }

    final void removeReplaced(InstanceState state, CollectionAdapter replacement, Object element) {
        Object outer = replacement.leaving(element);
        try {
            fireElementRemove(state, element, bulkReplaceToken, Keys.NONE);
        } finally {
            replacement.leaving(outer);
        }
    }

    private void dispose(InstanceState state, TrackedCollection former) {
        former.adapter().release();
        if (!disposeCollection.isEmpty()) {
            disposeCollection.fire(new CollectionEvent<>(this, state, former, bulkReplaceToken));
        }
    }

    static Set<Object> identitySet(List<Object> elements) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return elements.stream()
                .filter(seen::add)
                .collect(java.util.stream.Collectors.toCollection(OrderedIdentitySet::new));
    }

    // ---- history ----

    @Override
    public List<@Nullable Object> allPending(InstanceState state, int passive) {
        TrackedCollection collection = inMemory(state);
        if (collection == null) {
            return List.of();
        }
        List<Object> current = collection.elements();
        if (!state.isChanged(index()) || !(state.committed(index()) instanceof List<?> original)) {
            return new ArrayList<>(current);
        }
        Split split = Split.of(current, original);
        List<@Nullable Object> all = new ArrayList<>(split.added);
        all.addAll(split.unchanged);
        all.addAll(split.deleted);
        return all;
    }

    @Override
    public History<Object> history(InstanceState state, int passive) {
        Object current = get(state, passive);
        PendingMutation pending =
                Passive.allows(passive, Passive.INCLUDE_PENDING_MUTATIONS) ? state.pending(index()) : null;
        History<Object> known = current == Marker.PASSIVE_NO_RESULT ? History.BLANK : compare(state, current);
        return pending == null ? known : withPending(known, pending);
    }

    private static History<Object> withPending(History<Object> known, PendingMutation pending) {
        List<@Nullable Object> added = new ArrayList<>(known.added());
        added.addAll(pending.added());
        List<@Nullable Object> deleted = new ArrayList<>(known.deleted());
        deleted.addAll(pending.removed());
        List<@Nullable Object> unchanged = new ArrayList<>(known.unchanged());
        unchanged.removeIf(item -> item != null && pending.removed().contains(item));
        return new History<>(added, unchanged, deleted);
    }

    private History<Object> compare(InstanceState state, @Nullable Object current) {
        if (!(current instanceof TrackedCollection collection)) {
            return History.BLANK;
        }
        List<Object> elements = collection.elements();
        if (!state.isChanged(index())) {
            return new History<>(List.of(), new ArrayList<>(elements), List.of());
        }
        if (!(state.committed(index()) instanceof List<?> original)) {
            return new History<>(new ArrayList<>(elements), List.of(), List.of());
        }
        Split split = Split.of(elements, original);
        return new History<>(split.added, split.unchanged, split.deleted);
    }

    private record Split(
            List<@Nullable Object> added, List<@Nullable Object> unchanged, List<@Nullable Object> deleted) {
        static Split of(List<Object> current, List<?> original) {
            if (original.isEmpty()) {
                return new Split(new ArrayList<>(current), List.of(), List.of());
            }
            Split split = new Split(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            Set<Object> before = Collections.newSetFromMap(new IdentityHashMap<>());
            before.addAll(original);
            Set<Object> now = Collections.newSetFromMap(new IdentityHashMap<>());
            now.addAll(current);
            for (Object element : current) {
                (before.contains(element) ? split.unchanged : split.added).add(element);
            }
            for (Object element : original) {
                if (!now.contains(element)) {
                    split.deleted.add(element);
                }
            }
            return split;
        }
    }
}
