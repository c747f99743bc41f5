package dev.grapnel.core.flush.explain;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import dev.grapnel.core.store.NetChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values that objects are going to have when their rows are written: those in memory, and keys that the flush would assign. */
final class KnownValues implements NetChange {
    /** Stands for a value that comes with a row, or has to be loaded: differs from every other. */
    private static final Object TO_COME = new Object();

    private final Map<Slot, @Nullable Object> assigned = new HashMap<>();

    private record Slot(InstanceState state, String attribute) {}

    void copy(InstanceState source, String from, InstanceState destination, String to) {
        assigned.put(new Slot(destination, to), of(source, from));
    }

    void assign(InstanceState state, String attribute, Object value) {
        assigned.put(new Slot(state, attribute), value);
    }

    void clear(InstanceState state, String attribute) {
        assigned.put(new Slot(state, attribute), null);
    }

    /** The value an attribute is going to have, or something that is equal to nothing else. */
    @Nullable Object of(InstanceState state, String attribute) {
        Slot slot = new Slot(state, attribute);
        if (assigned.containsKey(slot)) {
            return assigned.get(slot);
        }
        AttributeTracker tracker = ClassManager.of(state).tracker(attribute);
        Object value = state.value(tracker.index());
        if (!Marker.is(value) && (value != null || !isPartOfKey(state, attribute))) {
            return value;
        }
        return !state.hasKey() ? TO_COME : committed(state, tracker);
    }

    /** Whether the value comes with a row, or would have to be loaded. */
    static boolean isToCome(@Nullable Object value) {
        return value == TO_COME;
    }

    private static boolean isPartOfKey(InstanceState state, String attribute) {
        return keyPosition(state, attribute) >= 0;
    }

    private static int keyPosition(InstanceState state, String attribute) {
        List<AttributeTracker> key = Mapper.of(state).keyAttributes();
        for (int at = 0; at < key.size(); at++) {
            if (key.get(at).name().equals(attribute)) {
                return at;
            }
        }
        return -1;
    }

    /** The value that the store has, as far as that is known. */
    private static @Nullable Object committed(InstanceState state, AttributeTracker attribute) {
        Object value = state.isChanged(attribute.index())
                ? state.committed(attribute.index())
                : state.value(attribute.index());
        if (!Marker.is(value)) {
            return value;
        }
        int position = !state.hasKey() ? -1 : keyPosition(state, attribute.name());
        return position < 0 ? TO_COME : state.requireKey().parts().get(position);
    }

    @Override
    public boolean isIn(InstanceState state, AttributeTracker attribute) {
        Slot slot = new Slot(state, attribute.name());
        if (assigned.containsKey(slot)) {
            return differs(attribute, assigned.get(slot), committed(state, attribute));
        }
        if (!state.isChanged(attribute.index())) {
            return false;
        }
        Object value = state.value(attribute.index());
        return state.expression(attribute.index()) != null
                || !attribute.isEqual(Marker.is(value) ? null : value, state.committed(attribute.index()));
    }

    private static boolean differs(AttributeTracker attribute, @Nullable Object value, @Nullable Object former) {
        return value == TO_COME || former == TO_COME || !attribute.isEqual(value, former);
    }

    /** Whether a former value of an attribute is known and goes. */
    boolean isGone(InstanceState state, String name) {
        AttributeTracker attribute = ClassManager.of(state).tracker(name);
        Slot slot = new Slot(state, name);
        if (!assigned.containsKey(slot)) {
            return !attribute.history(state, Passive.NO_INITIALIZE).deleted().isEmpty();
        }
        Object former = committed(state, attribute);
        return former != TO_COME && !Objects.equals(former, assigned.get(slot));
    }
}
