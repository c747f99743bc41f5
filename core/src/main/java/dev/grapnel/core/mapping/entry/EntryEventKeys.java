package dev.grapnel.core.mapping.entry;

import dev.grapnel.events.EventCatalog;
import dev.grapnel.events.EventKey;

/** The names of the events of {@link EntryEvents}, for the low-level form of registration. */
public final class EntryEventKeys {
    /** The family. */
    public static final EventCatalog CATALOG = new EventCatalog("entry");

    /** See {@link EntryEvents#beforeAdd}. */
    public static final EventKey<EntryEvent<Object>> BEFORE_ADD = CATALOG.key("before_add");
    /** See {@link EntryEvents#beforeMarkDeleted}. */
    public static final EventKey<EntryEvent<Object>> BEFORE_MARK_DELETED = CATALOG.key("before_mark_deleted");

    private EntryEventKeys() {}
}
