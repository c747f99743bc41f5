package dev.grapnel.core.session;

/**
 * Something happens to a session.
 *
 * @param session the session
 * @param <S> the type of session
 */
public record SessionEvent<S extends ObjectSession>(S session) {}
