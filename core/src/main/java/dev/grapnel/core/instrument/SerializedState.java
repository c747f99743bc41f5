package dev.grapnel.core.instrument;

import dev.grapnel.core.error.UnmappedClassException;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.PendingMutation;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands for a state in a stream of Java serialisation (rules I-26 to I-28).
 *
 * <p>Attributes are kept by name, so that writer and reader may differ in their mappings: what the reader does not map is dropped. Values of
 * fields are not here; they are written with the object. Values that live elsewhere are here, whether their storage is written or not. The session is not written: a restored object is transient, or detached if it has
 * a key.
 *
 * <p>Java writes fields in order of their names, and that order decides in which order {@code unpickle} is told of objects that only the
 * state refers to: those in former values before those in queued changes, and these before parents.
 */
final class SerializedState implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Object owner;
    private final @Nullable IdentityKey key;
    private final boolean modified;
    private final boolean expired;
    private final boolean deleted;
    private final boolean orphanedOutsideSession;
    private final LinkedHashSet<String> present = new LinkedHashSet<>();
    private final LinkedHashSet<String> expiredNames = new LinkedHashSet<>();
    private final LinkedHashMap<String, @Nullable Object> hidden = new LinkedHashMap<>();
    private final LinkedHashMap<String, @Nullable Object> committed = new LinkedHashMap<>();
    private final LinkedHashMap<String, PendingMutation> mutations = new LinkedHashMap<>();
    private final LinkedHashMap<String, Object> emptyCollections = new LinkedHashMap<>();
    private final LinkedHashMap<String, Object> loaders = new LinkedHashMap<>();
    private final ArrayList<SerializedParent> parents;
    private final @Nullable Object loadOrigin;
    private final Map<String, Object> entries;

    private transient @Nullable InstanceState restored;

    private SerializedState(InstanceState state, Map<String, Object> entries) {
        this.owner = state.requireObject();
        this.key = state.key();
        this.modified = state.isModified();
        this.expired = state.isExpired();
        this.deleted = state.isDeleted();
        this.orphanedOutsideSession = state.isOrphanedOutsideSession();
        this.parents = new ArrayList<>(SerializedParent.of(state));
        this.loadOrigin = state.loadOrigin() instanceof Serializable origin ? origin : null;
        this.entries = entries;
    }

    static SerializedState of(InstanceState state, Map<String, Object> entries) {
        ChangesInside.find(state);
        SerializedState written = new SerializedState(state, entries);
        ClassManager.of(state).trackers().forEach(attribute -> written.take(state, attribute));
        return written;
    }

    // ---- writing ----

    private void take(InstanceState state, AttributeTracker attribute) {
        int index = attribute.index();
        String name = attribute.name();
        takeValue(state, index, name);
        if (state.isExpired(index)) {
            expiredNames.add(name);
        }
        Uncomputed.refuse("serialise", state, attribute);
        if (state.isChanged(index)) {
            committed.put(name, state.committed(index));
        }
        PendingMutation queued = state.pending(index);
        if (queued != null) {
            mutations.put(name, queued);
        }
        Object empty = state.emptyCollection(index);
        if (empty != null) {
            emptyCollections.put(name, empty);
        }
        if (state.loader(index) instanceof Serializable loader) {
            loaders.put(name, loader);
        }
    }

    private void takeValue(InstanceState state, int index, String name) {
        if (!state.isAbsent(index) && index < state.manager().fieldCount()) {
            present.add(name);
        } else if (state.has(index)) {
            hidden.put(name, state.value(index));
        }
    }

    // ---- reading ----

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        Restoration restoration = Restoration.of(in);
        in.defaultReadObject();
        restoration.complete(this); // after what only this state refers to, a parent for instance (rule I-27)
    }

    /** The new state; nothing for an object that is plain here, since its class is not enhanced. */
    private @Nullable Object readResolve() {
        if (!(owner instanceof Enhanced object)) {
            return null;
        }
        if (!(object.$grapnel$type().manager() instanceof ClassManager manager)) {
            throw new UnmappedClassException(
                    "Cannot restore an object of "
                            + object.getClass().getName()
                            + " from its serialised form: its class is not mapped. Make the registry that maps it before reading.");
        }
        manager.prepare();
        restored = restore(manager, manager.setUp(object));
        return restored;
    }

    private InstanceState restore(ClassManager manager, InstanceState state) {
        state.key(key);
        state.expired(expired);
        state.deleted(deleted);
        state.orphanedOutsideSession(orphanedOutsideSession);
        state.loadOrigin(loadOrigin);
        if (modified) {
            state.touch();
        }
        manager.trackers().forEach(attribute -> give(state, attribute));
        return state;
    }

    private void give(InstanceState state, AttributeTracker attribute) {
        int index = attribute.index();
        String name = attribute.name();
        giveValue(state, index, name);
        if (expiredNames.contains(name)) {
            state.expired(index, true);
        }
        if (committed.containsKey(name)) {
            state.keepCommitted(index, committed.get(name));
        }
        PendingMutation queued = mutations.get(name);
        if (queued != null) {
            restorePending(state.makePending(index), queued);
        }
        Object empty = emptyCollections.get(name);
        if (empty != null) {
            state.keepEmptyCollection(index, empty);
        }
        state.loader(index, loaders.get(name));
    }

    private void giveValue(InstanceState state, int index, String name) {
        if (present.contains(name)) {
            state.markPresent(index);
        } else if (hidden.containsKey(name)) {
            state.store(index, hidden.get(name));
        }
    }

    private static void restorePending(PendingMutation target, PendingMutation queued) {
        queued.added().forEach(target::add);
        queued.removed().forEach(target::remove);
    }

    boolean isOf(Object object) {
        return owner == object;
    }

    // ---- when the whole graph is there ----

    void linkParents() {
        InstanceState state = restored;
        if (state != null) {
            parents.forEach(link -> link.restore(state));
            for (AttributeTracker attribute : ClassManager.of(state).trackers()) {
                if (attribute instanceof ElementTracker elements) {
                    elements.bindAll(state);
                }
            }
        }
    }

    /** Fires {@code unpickle}. */
    void tellRestored() {
        InstanceState state = restored;
        if (state != null) {
            ClassManager.of(state).tellRestored(state, entries);
        }
    }
}
