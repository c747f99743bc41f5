package dev.grapnel.core.flush.plan;

import dev.grapnel.core.error.FlushException;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.KeyPair;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Clears key values that lead to other objects, by ordinary assignment (rules U-8, A-14), and tells which ones changed. */
public final class KeyCopy {
    private KeyCopy() {}

    /**
     * Clears a key.
     *
     * @param destination refers to something that is gone
     * @param pairs which values
     * @throws FlushException if one is part of the primary key
     */
    public static void clear(InstanceState destination, List<KeyPair> pairs) {
        for (KeyPair pair : pairs) {
            AttributeTracker attribute = ClassManager.of(destination).tracker(pair.destination());
            if (isKey(destination, attribute)) {
                requireNoValue(destination, attribute, attribute.get(destination, Passive.NO_INITIALIZE));
            }
            attribute.set(destination, null, null, Passive.OFF);
        }
    }

    /** Refuses to clear a part of a primary key that has a value. */
    public static void requireNoValue(InstanceState state, AttributeTracker attribute, @Nullable Object value) {
        if (value != null && !Marker.is(value)) {
            throw new FlushException("Cannot clear " + attribute + " of " + state
                    + ": it refers to an object that is gone, and is part of the primary key. Delete " + state
                    + " too, or let the relationship delete it by cascade.");
        }
    }

    /** Whether an attribute is part of the primary key of an object. */
    public static boolean isKey(InstanceState state, AttributeTracker attribute) {
        return Mapper.of(state).keyAttributes().stream()
                .anyMatch(key -> key.name().equals(attribute.name()));
    }

    static boolean sourceChanged(WorkGraph graph, InstanceState source, List<KeyPair> pairs) {
        for (KeyPair pair : pairs) {
            if (graph.view().valueGone(source, pair.source())) {
                return true;
            }
        }
        return false;
    }
}
