package dev.grapnel.core.instrument;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import java.io.Serializable;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Several other mapped objects of which the store keeps the places: positions in a list, or keys in a map.
 *
 * <p>With the first change the places are kept beside the members, so that a flush writes those that differ.
 */
public final class PlacedTracker extends CollectionTracker {
    /** Gives the key that stands with a member of a map; null if it stands with the pair of owner and member. */
    private @Nullable Function<Object, @Nullable Object> keyOfMember;

    PlacedTracker(ClassManager manager, String name, int index, Object parentToken, CollectionKind kind) {
        super(manager, name, index, parentToken, kind);
    }

    /** Members as they were, with the places that the store has; null stands for one that is not known. */
    private static final class Snapshot extends AbstractList<Object> implements Serializable {
        private static final long serialVersionUID = 1L;

        private final ArrayList<Object> members;
        private final ArrayList<@Nullable Object> places;

        Snapshot(List<Object> members, List<@Nullable Object> places) {
            this.members = new ArrayList<>(members);
            this.places = new ArrayList<>(places);
        }

        @Override
        public Object get(int index) {
            return members.get(index);
        }

        @Override
        public int size() {
            return members.size();
        }
    }

    // ---- places ----

    /** Whether members or places may be others than the store has. */
    public boolean isChanged(InstanceState state) {
        return state.isChanged(index()) || !state.hasKey();
    }

    /** Whether members have joined or left that were not in memory, so that nobody knows the places yet. */
    public boolean isQueued(InstanceState state) {
        return state.pending(index()) != null;
    }

    /** Has the keys of a map read from its members. */
    public void keysFrom(Function<Object, @Nullable Object> members) {
        this.keyOfMember = members;
    }

    @Override
    @Nullable Object keyOf(Object element) {
        return keyOfMember == null ? null : keyOfMember.apply(element);
    }

    @Override
    String whyNoKey(String what, String advice) {
        return what.equals("load")
                ? "its key in the database is null, and a map has no place for it. Give its row a key."
                : "the map keeps keys of its own, and none is known for it. Put it into the map under its key, instead of setting the"
                        + " other side.";
    }

    /**
     * The members in memory, in order, with their keys in a map; positions in a list are not told.
     *
     * @param state of the owner
     * @return the members; none if they are not in memory
     * @throws InvalidRequestException if one stands twice, since the store keeps one place for each
     */
    public List<PlacedMember> members(InstanceState state) {
        TrackedCollection collection = inMemory(state);
        if (collection == null) {
            return List.of();
        }
        List<Object> members = collection.elements();
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Object member : members) {
            if (member != null && !seen.add(member)) {
                throw new InvalidRequestException("Cannot write the places of the members of " + this + " of " + state
                        + ": " + ClassManager.requireState(member)
                        + " stands there twice, and the store keeps one place for each. Let it stand there once.");
            }
        }
        Iterator<?> keys = keys(collection);
        return members.stream()
                .map(member -> new PlacedMember(member, keys.hasNext() ? keys.next() : null))
                .toList();
    }

    private static Iterator<?> keys(TrackedCollection collection) {
        return collection instanceof Map<?, ?> map ? map.keySet().iterator() : Collections.emptyIterator();
    }

    /** The places that the store has, by member, as far as they are known. */
    public IdentityHashMap<Object, Object> storedPlaces(InstanceState state) {
        IdentityHashMap<Object, Object> stored = new IdentityHashMap<>();
        if (state.isChanged(index()) && state.committed(index()) instanceof Snapshot snapshot) {
            for (int at = 0; at < snapshot.size(); at++) {
                Object place = snapshot.places.get(at);
                if (place != null) {
                    stored.put(snapshot.members.get(at), place);
                }
            }
        }
        return stored;
    }

    @Override
    List<?> snapshot(TrackedCollection collection) {
        List<Object> members = collection.elements();
        List<@Nullable Object> places = new ArrayList<>(members.size());
        Iterator<?> keys = keys(collection);
        for (int at = 0; at < members.size(); at++) {
            Object position = collection.adapter().hasGaps() ? null : (Object) at;
            places.add(collection instanceof Map<?, ?> ? keys.next() : position);
        }
        return new Snapshot(members, places);
    }

    @Override
    void beforeReordering(InstanceState state) {
        recordCollectionChange(state, Marker.NO_VALUE);
    }

    // ---- members that name their owner before they are put under a key ----

    /** In a map, a member that its own side brings waits for its key if the program may still give it one. */
    @Override
    public void append(InstanceState state, Object value, Initiator initiator, int passive) {
        Object collection = get(state, passive);
        if (collection instanceof ReportingMap<?, ?> map && awaits(initiator) && keyOf(value) == null) {
            map.adapter().await(value);
            recordCollectionChange(state, Marker.NO_VALUE);
        } else {
            super.append(state, value, initiator, passive);
        }
    }

    @Override
    void addQueued(TrackedCollection collection, Object element) {
        if (collection instanceof ReportingMap<?, ?> map && awaitsOthers() && keyOf(element) == null) {
            map.adapter().await(element);
        } else {
            super.addQueued(collection, element);
        }
    }

    @Override
    public void pop(InstanceState state, Object value, Initiator initiator, int passive) {
        TrackedCollection collection = inMemory(state);
        if (collection instanceof ReportingMap<?, ?> map && map.adapter().arrived(value)) {
            return; // it was in no place yet
        }
        super.pop(state, value, initiator, passive);
    }

    /** The members of a map that name their owner, and are there under no key. */
    public List<Object> withoutKey(InstanceState state) {
        return inMemory(state) instanceof ReportingMap<?, ?> map ? map.adapter().awaited() : List.of();
    }

    // ---- moves ----

    /**
     * A member that is there already is about to stand at another place, too: this is how one moves, step by step. It does not join a second
     * time.
     */
    @Override
    @Nullable Object fireAppend(InstanceState state, @Nullable Object element, Initiator initiator, @Nullable Object key) {
        if (count(state, element) == 0) {
            Object joining = super.fireAppend(state, element, initiator, key);
            arrived(state, element);
            return joining;
        }
        recordCollectionChange(state, Marker.NO_VALUE);
        fireAppendWithoutMutation(state, element, initiator);
        return element;
    }

    private void arrived(InstanceState state, @Nullable Object element) {
        if (inMemory(state) instanceof ReportingMap<?, ?> map) {
            map.adapter().arrived(element);
        }
    }

    /** A member that stands at another place, too, does not leave. */
    @Override
    void fireElementRemove(InstanceState state, @Nullable Object element, Initiator initiator, @Nullable Object key) {
        if (count(state, element) > 1) {
            recordCollectionChange(state, Marker.NO_VALUE);
        } else {
            super.fireElementRemove(state, element, initiator, key);
        }
    }

    private int count(InstanceState state, @Nullable Object element) {
        TrackedCollection collection = inMemory(state);
        return collection == null || element == null ? 0 : collection.count(element);
    }

    // ---- loading ----

    /** A row brought a member: alone, if it knows its place itself, or as {@link PlacedMember}. */
    @Override
    public void loadElement(InstanceState state, TrackedCollection collection, Object element) {
        if (!(element instanceof PlacedMember placed)) {
            collection.addQuietly(element);
        } else if (collection instanceof ReportingMap<?, ?> map) {
            map.putQuietly(requireKey(state, placed), placed.member());
        } else {
            if (!Objects.equals(placed.place(), size(collection))) {
                collection.adapter().noteGap();
            }
            collection.addQuietly(placed.member());
        }
    }

    /** Without a copy, since each element asks. */
    private static int size(TrackedCollection collection) {
        return collection instanceof Collection<?> elements
                ? elements.size()
                : collection.elements().size();
    }

    private Object requireKey(InstanceState state, PlacedMember placed) {
        if (placed.place() == null) {
            throw new InvalidRequestException("Cannot load " + ClassManager.requireState(placed.member()) + " into "
                    + this + " of " + state + ": " + whyNoKey("load", ""));
        }
        return placed.place();
    }

    // ---- whole assignment ----

    @Override
    void exchange(
            InstanceState state,
            TrackedCollection replacement,
            List<Object> elements,
            @Nullable List<Object> keys,
            TrackedCollection former) {
        exchangeMembers(state, replacement, elements, keys, former);
        if (former instanceof ReportingMap<?, ?>) {
            removeAwaited(state, replacement, elements, former.adapter());
        }
    }

    /** A member that waits for its key is in the former map: it leaves, too, unless it is put under one now. */
    private void removeAwaited(
            InstanceState state, TrackedCollection replacement, List<Object> elements, CollectionAdapter former) {
        Set<Object> now = identitySet(elements);
        for (Object waiting : former.awaited()) {
            if (!now.contains(waiting)) {
                removeReplaced(state, replacement.adapter(), waiting);
            }
        }
    }

    private void exchangeMembers(
            InstanceState state,
            TrackedCollection replacement,
            List<Object> elements,
            @Nullable List<Object> keys,
            TrackedCollection former) {
        if (!(replacement instanceof ReportingMap<?, ?> map) || keys == null) {
            super.exchange(state, replacement, elements, keys, former);
            return;
        }
        Set<Object> before = identitySet(former.elements());
        Set<Object> now = identitySet(elements);
        for (int at = 0; at < elements.size(); at++) {
            if (before.contains(elements.get(at))) {
                map.putQuietly(keys.get(at), elements.get(at));
            } else {
                map.put(keys.get(at), elements.get(at), replaceToken());
            }
        }
        for (Object element : before) {
            if (now.contains(element)) {
                fireAppendWithoutMutation(state, element, replaceToken());
            } else {
                removeReplaced(state, replacement.adapter(), element);
            }
        }
    }
}
