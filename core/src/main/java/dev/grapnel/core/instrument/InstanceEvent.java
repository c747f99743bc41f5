package dev.grapnel.core.instrument;

import dev.grapnel.core.state.InstanceState;

/**
 * Something happens to one object.
 *
 * @param <T> the class of the object
 */
public abstract class InstanceEvent<T> {
    private final InstanceState state;

    InstanceEvent(InstanceState state) {
        this.state = state;
    }

    /** The object. */
    @SuppressWarnings("unchecked") // the listener's class is the object's
    public final T target() {
        return (T) state.requireObject();
    }

    /** The record of the object (the {@code raw} form of the target). */
    public final InstanceState state() {
        return state;
    }
}
