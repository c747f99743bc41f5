package dev.grapnel.sql.connection;

import dev.grapnel.events.EventCatalog;
import dev.grapnel.events.EventKey;

/** The names of the statement events, for the low-level form of registration. */
public final class StatementEventKeys {
    /** The family. */
    public static final EventCatalog CATALOG = new EventCatalog("statement");

    /** See {@link StatementEvents#beforeStatement}. */
    public static final EventKey<StatementEvent> BEFORE_STATEMENT = CATALOG.key("before_statement");
    /** See {@link StatementEvents#afterStatement}. */
    public static final EventKey<StatementOutcome> AFTER_STATEMENT = CATALOG.key("after_statement");
    /** See {@link StatementEvents#afterRows}. */
    public static final EventKey<RowsOutcome> AFTER_ROWS = CATALOG.key("after_rows");

    private StatementEventKeys() {}
}
