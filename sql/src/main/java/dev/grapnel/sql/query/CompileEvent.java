package dev.grapnel.sql.query;

import dev.grapnel.events.ValueEvent;
import java.util.Objects;

/** A query object becomes a SELECT (rules ). */
public final class CompileEvent extends ValueEvent<LegacyQuery<?>> {
    CompileEvent(LegacyQuery<?> query) {
        super(query);
    }

    /** The query as the listeners before this one left it. It may have a limit already. */
    public LegacyQuery<?> query() {
        return Objects.requireNonNull(value(), "query");
    }
}
