package dev.grapnel.sql.row;

import dev.grapnel.events.EventCatalog;
import dev.grapnel.events.EventKey;

/** The names of the events of rows, for the low-level form of registration. */
public final class RowEventKeys {
    /** The family. */
    public static final EventCatalog CATALOG = new EventCatalog("row");

    /** See {@link RowEvents#translateRow}. */
    public static final EventKey<TranslateRowEvent> TRANSLATE_ROW = CATALOG.key("translate_row");
    /** See {@link RowEvents#createInstance}. */
    public static final EventKey<CreateInstanceEvent<Object>> CREATE_INSTANCE = CATALOG.key("create_instance");
    /** See {@link RowEvents#populateInstance}. */
    public static final EventKey<PopulateInstanceEvent<Object>> POPULATE_INSTANCE = CATALOG.key("populate_instance");
    /** See {@link RowEvents#appendResult}. */
    public static final EventKey<AppendResultEvent<Object>> APPEND_RESULT = CATALOG.key("append_result");

    private RowEventKeys() {}
}
