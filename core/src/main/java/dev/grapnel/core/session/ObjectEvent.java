package dev.grapnel.core.session;

import dev.grapnel.core.state.InstanceState;

/**
 * An object moves into, within or out of a session.
 *
 * @param session the session
 * @param state the record of the object (the {@code raw} form of the instance)
 * @param deleted whether its deletion had been flushed
 * @param <S> the type of session
 */
public record ObjectEvent<S extends ObjectSession>(S session, InstanceState state, boolean deleted) {
    /** The object. */
    public Object instance() {
        return state.requireObject();
    }
}
