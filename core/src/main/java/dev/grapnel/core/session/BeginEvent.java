package dev.grapnel.core.session;

import dev.grapnel.core.mapping.StoreConnection;

/**
 * A connection joined a transaction or savepoint; use the given connection only.
 *
 * @param session the session
 * @param transaction the marker
 * @param connection the connection
 * @param <S> the type of session
 */
public record BeginEvent<S extends ObjectSession>(
        S session, SessionTransaction transaction, StoreConnection connection) {}
