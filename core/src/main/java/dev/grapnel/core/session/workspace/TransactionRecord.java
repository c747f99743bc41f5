package dev.grapnel.core.session.workspace;

import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What became of objects since a boundary began, to be put back on rollback (rule U-37). Each collection is made when something is put into it: many a
 * transaction only reads.
 */
public final class TransactionRecord {
    /** A list, since most are there once and few transactions are rolled back. */
    private List<InstanceState> inserts = Collections.emptyList();

    private Set<InstanceState> dirty = Collections.emptySet();
    /** A list, as that of inserts: one that was deleted, restored and deleted again may be there twice. */
    private List<InstanceState> deletes = Collections.emptyList();

    private Map<InstanceState, IdentityKey> keySwitches = Collections.emptyMap();

    /** Objects whose insert was flushed, each once, in that order; a copy. */
    public Set<InstanceState> inserted() {
        return inserts.isEmpty() ? Collections.emptySet() : new LinkedHashSet<>(inserts);
    }

    /** Objects of which a row was inserted or changed; a copy. */
    public List<InstanceState> written() {
        List<InstanceState> all = new ArrayList<>(inserts);
        all.addAll(dirty);
        return all;
    }

    /**
     * Whether an object's update was flushed, or a bulk statement changed it.
     *
     * @param state its state
     * @return whether it was
     */
    public boolean isDirty(InstanceState state) {
        return dirty.contains(state);
    }

    /** Objects whose delete was flushed, each once, in that order; a copy. */
    public Set<InstanceState> deleted() {
        return deletes.isEmpty() ? Collections.emptySet() : new LinkedHashSet<>(deletes);
    }

    /** Whether the delete of any object was flushed. */
    public boolean hasDeleted() {
        return !deletes.isEmpty();
    }

    /**
     * Does something with each object whose delete was flushed and which has a session still, and then forgets all.
     *
     * @param detach what takes the session from an object
     */
    public void detachDeleted(Consumer<InstanceState> detach) {
        for (InstanceState state : List.copyOf(deletes)) { // listeners may take out others
            if (state.owner() != null) {
                detach.accept(state);
            }
        }
        deletes = Collections.emptyList();
    }

    /**
     * Forgets that the deletes of some objects were flushed, as they leave the session.
     *
     * @param leaving which ones
     */
    public void forgetDeleted(Predicate<InstanceState> leaving) {
        if (!deletes.isEmpty()) {
            deletes.removeIf(leaving);
        }
    }

    /** Objects whose primary key changed, with the key they had. */
    public Map<InstanceState, IdentityKey> keySwitches() {
        return Collections.unmodifiableMap(keySwitches);
    }

    /**
     * What happened inside a savepoint that was released happened here.
     *
     * @param inner the record of the savepoint
     */
    public void takeOver(TransactionRecord inner) {
        inner.inserts.forEach(state -> flushed(state, true));
        altered(inner.dirty);
        inner.deletes.forEach(this::gone);
        inner.keySwitches.forEach(this::switched);
    }

    /**
     * Notes an object that was flushed.
     *
     * @param state its state
     * @param isNew whether a row was inserted for it
     */
    public void flushed(InstanceState state, boolean isNew) {
        if (isNew) {
            if (inserts.isEmpty()) {
                inserts = new ArrayList<>();
            }
            inserts.add(state);
        } else {
            dirtyToAdd().add(state);
        }
    }

    /**
     * Notes objects whose rows were changed.
     *
     * @param states theirs
     */
    public void altered(Collection<InstanceState> states) {
        if (!states.isEmpty()) {
            dirtyToAdd().addAll(states);
        }
    }

    private Set<InstanceState> dirtyToAdd() {
        if (dirty.isEmpty()) {
            dirty = new LinkedHashSet<>();
        }
        return dirty;
    }

    /**
     * Notes an object whose delete was flushed.
     *
     * @param state its state
     */
    public void gone(InstanceState state) {
        if (deletes.isEmpty()) {
            deletes = new ArrayList<>();
        }
        deletes.add(state);
    }

    /**
     * Notes that the primary key of an object changed; of several changes, what it was at first counts.
     *
     * @param state its state
     * @param former the key it had
     */
    public void switched(InstanceState state, IdentityKey former) {
        if (keySwitches.isEmpty()) {
            keySwitches = new LinkedHashMap<>();
        }
        keySwitches.putIfAbsent(state, former);
    }

    /** Nothing happened. */
    public void clear() {
        inserts = Collections.emptyList();
        dirty = Collections.emptySet();
        deletes = Collections.emptyList();
        keySwitches = Collections.emptyMap();
    }
}
