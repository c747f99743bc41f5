package dev.grapnel.sql.query;

import dev.grapnel.core.session.BulkDeleteContext;
import dev.grapnel.core.session.Session;
import dev.grapnel.events.ValueEvent;
import java.util.Objects;

/** A query object becomes a DELETE (rule Q-7). */
public final class CompileDeleteEvent extends ValueEvent<LegacyQuery<?>> {
    private final BulkDeleteContext<Session> context;

    CompileDeleteEvent(LegacyQuery<?> query, BulkDeleteContext<Session> context) {
        super(query);
        this.context = context;
    }

    /** The query as the listeners before this one left it. */
    public LegacyQuery<?> query() {
        return Objects.requireNonNull(value(), "query");
    }

    /** The DELETE. */
    public BulkDeleteContext<Session> context() {
        return context;
    }
}
