package dev.grapnel.core.mapping.entry;

import dev.grapnel.core.state.InstanceState;

/**
 * One object is about to be added to a session, or to be marked for delete there.
 *
 * @param state the record of the object (the {@code raw} form of the target)
 * @param <T> the class of the object
 */
public record EntryEvent<T>(InstanceState state) {
    /** The object. */
    @SuppressWarnings("unchecked") // the listener's class is the object's
    public T target() {
        return (T) state.requireObject();
    }
}
