package dev.grapnel.sql.query;

import dev.grapnel.events.EventCatalog;
import dev.grapnel.events.EventKey;

/** The names of the query events, for the low-level form of registration. */
public final class QueryEventKeys {
    /** The family. */
    public static final EventCatalog CATALOG = new EventCatalog("query");

    /** See {@link QueryEvents#beforeCompile}. */
    public static final EventKey<CompileEvent> BEFORE_COMPILE = CATALOG.key("before_compile");
    /** See {@link QueryEvents#beforeCompileUpdate}. */
    public static final EventKey<CompileUpdateEvent> BEFORE_COMPILE_UPDATE = CATALOG.key("before_compile_update");
    /** See {@link QueryEvents#beforeCompileDelete}. */
    public static final EventKey<CompileDeleteEvent> BEFORE_COMPILE_DELETE = CATALOG.key("before_compile_delete");

    private QueryEventKeys() {}
}
