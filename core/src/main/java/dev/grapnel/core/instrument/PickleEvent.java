package dev.grapnel.core.instrument;

import dev.grapnel.core.state.InstanceState;
import java.util.Map;

/**
 * The record of an object is being written or was read by Java serialisation (rules I-26, I-27).
 *
 * @param <T> the class of the object
 */
public final class PickleEvent<T> extends InstanceEvent<T> {
    private final Map<String, Object> entries;

    PickleEvent(InstanceState state, Map<String, Object> entries) {
        super(state);
        this.entries = entries;
    }

    /** Serialisable entries that listeners may add when writing, and find when reading. */
    public Map<String, Object> entries() {
        return entries;
    }
}
