package dev.grapnel.core.session;

/**
 * A marker of the transaction tree was made, ended or rolled back.
 *
 * @param session the session
 * @param transaction the marker
 * @param <S> the type of session
 */
public record TransactionEvent<S extends ObjectSession>(S session, SessionTransaction transaction) {}
