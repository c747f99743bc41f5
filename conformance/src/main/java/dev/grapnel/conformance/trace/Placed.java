package dev.grapnel.conformance.trace;

import dev.grapnel.events.EventFamily;
import dev.grapnel.events.EventKey;

/**
 * A listener that was registered: how to ask for it and how to remove it.
 *
 * @param family it was registered through
 * @param key the event
 * @param listener as the library knows it
 */
public record Placed(EventFamily<?> family, EventKey<?> key, Object listener) {
    /** Removes the listener. */
    public void remove() {
        family.remove(key, listener);
    }

    /** {@return whether the listener is registered} */
    public boolean isThere() {
        return family.contains(key, listener);
    }
}
