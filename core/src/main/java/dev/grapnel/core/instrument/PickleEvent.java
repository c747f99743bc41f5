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

    /**
     * What the record holds, and what listeners add to it: serialisable entries, found again when the object is read.
     *
     * <p>There from the start: {@code instance}, {@code class}, {@code modified}, {@code committed} (former values by attribute), {@code expired}
     * (names of attributes), and if there is any {@code key}, {@code pending} (queued changes by collection), {@code parents} (by relationship)
     * and {@code load_origin}. These tell; changing them changes nothing in the stream.
     */
    public Map<String, Object> entries() {
        return entries;
    }
}
