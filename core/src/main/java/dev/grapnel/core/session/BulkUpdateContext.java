package dev.grapnel.core.session;

import dev.grapnel.core.mapping.Mapper;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An UPDATE that a query object sends.
 *
 * @param <S> the type of session
 */
public final class BulkUpdateContext<S extends ObjectSession> extends BulkContext<S> {
    private final Map<String, @Nullable Object> values;

    /**
     * Made by the backend.
     *
     * @param session the session
     * @param mapper of the class
     * @param query the query object
     * @param values new values by attribute, to be changed by listeners
     */
    public BulkUpdateContext(S session, Mapper mapper, Object query, Map<String, @Nullable Object> values) {
        super(session, mapper, query);
        this.values = values;
    }

    /** The new values by attribute. Before the statement is made they may be changed in place (rule Q-6). */
    public Map<String, @Nullable Object> values() {
        return values;
    }
}
