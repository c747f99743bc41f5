package dev.grapnel.core.instrument;

import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import java.lang.ref.Reference;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where generated accessors go when a read or write is more than a field access. Called by enhanced classes only. */
public final class Interception {
    private Interception() {}

    /**
     * Reads an attribute that has no value in memory.
     *
     * @param object whose field it is
     * @param state of the object
     * @param index of the field
     * @return the value
     */
    public static @Nullable Object read(Enhanced object, InstanceState state, int index) {
        try {
            AttributeTracker attribute = ClassManager.of(state).trackerOrNull(index);
            return attribute == null ? object.$grapnel$get(index) : attribute.get(state, Passive.OFF);
        } finally {
            // A load goes by the state; who reads the last attribute of an object may not hold it while the statement
            // runs.
            Reference.reachabilityFence(object);
        }
    }

    /**
     * Writes an attribute.
     *
     * @param object whose field it is
     * @param state of the object
     * @param index of the field
     * @param value to write
     */
    public static void write(Enhanced object, InstanceState state, int index, @Nullable Object value) {
        if (state instanceof ValueState held) {
            held.write(object, index, value);
            return;
        }
        AttributeTracker attribute = ClassManager.of(state).trackerOrNull(index);
        if (attribute == null) {
            object.$grapnel$put(index, value);
            return;
        }
        try {
            attribute.set(state, value, null, Passive.OFF);
            state.written(index);
        } finally {
            Reference.reachabilityFence(object);
        }
    }

    /**
     * Writes an attribute from a constructor or field initialiser. An empty collection of the JDK, or of a class of
     * one's own, is adopted silently: the attribute stays as it is, and its own empty collection is made when it is first read.
     *
     * @param object whose field it is
     * @param state of the object
     * @param index of the field
     * @param value to write
     */
    public static void initialize(Enhanced object, InstanceState state, int index, @Nullable Object value) {
        AttributeTracker attribute =
                state instanceof ValueState ? null : ClassManager.of(state).trackerOrNull(index);
        if (attribute != null && attribute.adoptsEmptyCollections() && isEmptyAndUnowned(value)) {
            return;
        }
        write(object, state, index, value);
    }

    private static boolean isEmptyAndUnowned(@Nullable Object value) {
        if (value instanceof CustomCollection<?> own) {
            return own.isUnowned() && !own.iterator().hasNext();
        }
        return value != null
                && value.getClass().getName().startsWith("java.util.")
                && (value instanceof Collection<?> collection
                        ? collection.isEmpty()
                        : value instanceof Map<?, ?> map && map.isEmpty());
    }
}
