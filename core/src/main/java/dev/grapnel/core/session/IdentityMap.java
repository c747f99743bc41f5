package dev.grapnel.core.session;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The persistent objects of a session by key (rules U-32 to U-35).
 *
 * <p>It holds states; a state refers to its object weakly while it is clean, so that objects nobody else holds can go. States of objects
 * that went are swept out now and then, when the map has doubled since the last time. Modified states are listed apart, which makes a flush
 * cost what was changed and not what is loaded.
 */
final class IdentityMap {
    private static final int FIRST_SWEEP = 1024;

    private final Map<IdentityKey, InstanceState> byKey = new LinkedHashMap<>();
    private final Set<InstanceState> modified = new LinkedHashSet<>();
    private int sweepAt = FIRST_SWEEP;

    /** The object of a key, or null if there is none or it was collected. */
    @Nullable Enhanced get(IdentityKey key) {
        InstanceState state = byKey.get(key);
        return state == null ? null : state.object();
    }

    boolean contains(InstanceState state) {
        IdentityKey key = state.key();
        return key != null && byKey.get(key) == state;
    }

    /**
     * Adds a state.
     *
     * @throws InvalidRequestException if another living object has the key
     */
    void add(InstanceState state) {
        InstanceState existing = byKey.get(state.requireKey());
        if (existing != null && existing != state && existing.object() != null) {
            throw new InvalidRequestException(
                    "Cannot attach " + state + ": another object with that key is in this session already."
                            + " Use that one, or merge this one into it.");
        }
        put(state);
    }

    /** Puts a state in the place of whatever has its key. */
    @Nullable InstanceState replace(InstanceState state) {
        InstanceState existing = byKey.get(state.requireKey());
        if (existing == state) {
            return null;
        }
        put(state);
        return existing;
    }

    private void put(InstanceState state) {
        sweepIfLarge();
        byKey.put(state.requireKey(), state);
        if (state.isModified()) {
            modified.add(state);
        }
    }

    void discard(InstanceState state) {
        IdentityKey key = state.key();
        if (key != null && byKey.get(key) == state) {
            byKey.remove(key);
        }
        modified.remove(state);
    }

    private void sweepIfLarge() {
        if (byKey.size() >= sweepAt) {
            byKey.values().removeIf(state -> state.object() == null);
            sweepAt = Math.max(FIRST_SWEEP, 2 * byKey.size());
        }
    }

    /** All objects that are alive; a copy, which keeps them alive. */
    List<Enhanced> objects() {
        List<Enhanced> alive = new ArrayList<>(byKey.size());
        for (InstanceState state : byKey.values()) {
            Enhanced object = state.object();
            if (object != null) {
                alive.add(object);
            }
        }
        return alive;
    }

    /** States of objects touched since they were clean. */
    Set<InstanceState> modified() {
        return modified;
    }

    void markModified(InstanceState state) {
        if (contains(state)) {
            modified.add(state);
        }
    }

    void markClean(InstanceState state) {
        modified.remove(state);
    }
}
