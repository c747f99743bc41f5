package dev.grapnel.core.session;

import dev.grapnel.core.mapping.Mapper;

/**
 * A set-based statement that a query object sends, from before it is made until after it ran. It does not say which objects were met (rule
 *
 *
 * @param <S> the type of session
 */
public abstract sealed class BulkContext<S extends ObjectSession> permits BulkUpdateContext, BulkDeleteContext {
    private final S session;
    private final Mapper mapper;
    private Object query;
    private int rowCount = -1;

    BulkContext(S session, Mapper mapper, Object query) {
        this.session = session;
        this.mapper = mapper;
        this.query = query;
    }

    /** The session. */
    public final S session() {
        return session;
    }

    /** The mapper of the class whose rows are written. */
    public final Mapper mapper() {
        return mapper;
    }

    /** The query object of the backend, as the listeners so far left it. */
    public final Object query() {
        return query;
    }

    /** Takes the query that a listener gave; called by backends. */
    public final void replaceQuery(Object replacement) {
        this.query = replacement;
    }

    /** How many rows were written; -1 before the statement ran. */
    public final int rowCount() {
        return rowCount;
    }

    /** Notes how many rows were written; called by backends. */
    public final void written(int rows) {
        this.rowCount = rows;
    }
}
