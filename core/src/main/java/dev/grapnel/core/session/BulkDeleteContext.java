package dev.grapnel.core.session;

import dev.grapnel.core.mapping.Mapper;

/**
 * A DELETE that a query object sends.
 *
 * @param <S> the type of session
 */
public final class BulkDeleteContext<S extends ObjectSession> extends BulkContext<S> {
    /**
     * Made by the backend.
     *
     * @param session the session
     * @param mapper of the class
     * @param query the query object
     */
    public BulkDeleteContext(S session, Mapper mapper, Object query) {
        super(session, mapper, query);
    }
}
