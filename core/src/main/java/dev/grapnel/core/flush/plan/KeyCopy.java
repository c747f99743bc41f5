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

/** Copies and clears key values between related objects, by ordinary assignment (rules U-7, U-8, A-14). */
final class KeyCopy {
    private KeyCopy() {}

    static void copy(InstanceState source, InstanceState destination, List<KeyPair> pairs) {
        for (KeyPair pair : pairs) {
            Object value = ClassManager.of(source).tracker(pair.source()).get(source, Passive.OFF);
            ClassManager.of(destination).tracker(pair.destination()).set(destination, value, null, Passive.OFF);
        }
    }

    static void clear(InstanceState destination, List<KeyPair> pairs) {
        for (KeyPair pair : pairs) {
            AttributeTracker attribute = ClassManager.of(destination).tracker(pair.destination());
            if (isKey(destination, attribute)) {
                Object value = attribute.get(destination, Passive.OFF);
                if (value != null && !Marker.is(value)) {
                    throw new FlushException("Cannot clear " + attribute + " of " + destination
                            + ": it refers to an object that is gone, and is part of the primary key. Delete "
                            + destination
                            + " too, or let the relationship delete it by cascade.");
                }
            }
            attribute.set(destination, null, null, Passive.OFF);
        }
    }

    private static boolean isKey(InstanceState state, AttributeTracker attribute) {
        return Mapper.of(state).keyAttributes().stream()
                .anyMatch(key -> key.name().equals(attribute.name()));
    }

    static boolean sourceChanged(WorkGraph graph, InstanceState source, List<KeyPair> pairs) {
        for (KeyPair pair : pairs) {
            if (graph.valueGone(source, pair.source())) {
                return true;
            }
        }
        return false;
    }
}
