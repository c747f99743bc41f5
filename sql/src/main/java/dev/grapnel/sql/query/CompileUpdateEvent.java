package dev.grapnel.sql.query;

import dev.grapnel.core.session.BulkUpdateContext;
import dev.grapnel.core.session.Session;
import dev.grapnel.events.ValueEvent;
import java.util.Objects;

/** A query object becomes an UPDATE (rules ). */
public final class CompileUpdateEvent extends ValueEvent<LegacyQuery<?>> {
    private final BulkUpdateContext<Session> context;

    CompileUpdateEvent(LegacyQuery<?> query, BulkUpdateContext<Session> context) {
        super(query);
        this.context = context;
    }

    /** The query as the listeners before this one left it. */
    public LegacyQuery<?> query() {
        return Objects.requireNonNull(value(), "query");
    }

    /** The UPDATE: its values may be changed in place. */
    public BulkUpdateContext<Session> context() {
        return context;
    }
}
