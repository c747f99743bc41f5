package dev.grapnel.core.instrument;

import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.StateOwner;
import java.lang.ref.Reference;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What becomes of the values of an object as a whole: given up to be reloaded, or committed as what the store has. */
public final class ValueBooks {
    private ValueBooks() {}

    /**
     * Gives up all values (rule I-23): history, queued changes and parent links go too. Fires {@code expire} for all attributes. Does
     * nothing for an object that was collected.
     *
     * @param state of the object
     */
    public static void expire(InstanceState state) {
        Enhanced held = state.object();
        if (held != null) {
            try {
                expireHeld(state, held);
            } finally {
                Reference.reachabilityFence(held); // it becomes clean, and its state lets it go
            }
        }
    }

    private static void expireHeld(InstanceState state, Enhanced object) {
        ClassManager manager = ClassManager.of(state);
        state.expired(true);
        if (state.isModified()) {
            settle(state);
            state.forgetAllCommitted();
        }
        state.clean();
        state.dropPending();
        state.dropParents();
        manager.expiry().giveUp(state, object);
        fireExpire(manager, state, null);
    }

    /**
     * Gives up some values. Fires {@code expire} with the names.
     *
     * @param state of the object
     * @param names of the attributes
     * @param onlyWithoutLoader whether attributes that have a loader of their own are left alone
     */
    public static void expire(InstanceState state, Collection<String> names, boolean onlyWithoutLoader) {
        ClassManager manager = ClassManager.of(state);
        for (String name : manager.inParts(names)) {
            AttributeTracker attribute = manager.tracker(name);
            int index = attribute.index();
            if (attribute.acceptsScalarLoader()) {
                if (onlyWithoutLoader && (attribute.loader() != null || state.loader(index) != null)) {
                    continue;
                }
                state.expired(index, true);
                state.loader(index, null);
            }
            if (attribute instanceof ScalarTracker part && part.whole() != null) {
                part.whole().forget(state);
            }
            Object old = state.drop(index);
            if (old != Marker.NO_VALUE && attribute instanceof CollectionTracker collection) {
                collection.invalidate(old);
            }
            state.forgetCommitted(index);
            state.takePending(index);
        }
        fireExpire(manager, state, names);
    }

    private static void fireExpire(ClassManager manager, InstanceState state, @Nullable Collection<String> names) {
        if (!manager.expireListeners().isEmpty()) {
            manager.expireListeners().fire(new ExpireEvent<>(state, names));
        }
    }

    /** Marks some attributes as what the store has; of expired ones only those that have a value now. */
    public static void commit(InstanceState state, Collection<String> names) {
        ClassManager manager = ClassManager.of(state);
        for (String name : manager.inParts(names)) {
            int index = manager.tracker(name).index();
            state.forgetCommitted(index);
            if (state.has(index)) {
                state.expired(index, false);
                state.loader(index, null);
            }
        }
        state.expired(false);
    }

    /** Marks all attributes as what the store has: no history, not modified. */
    public static void commitAll(InstanceState state) {
        state.forgetAllCommitted();
        state.dropPending();
        if (state.hasExpired()) {
            for (AttributeTracker attribute : ClassManager.of(state).trackers()) {
                if (state.has(attribute.index())) {
                    state.expired(attribute.index(), false);
                }
            }
        }
        settle(state);
        state.expired(false);
        state.clean();
    }

    private static void settle(InstanceState state) {
        StateOwner owner = state.owner();
        if (state.isModified() && owner != null) {
            owner.noLongerModified(state);
        }
    }
}
