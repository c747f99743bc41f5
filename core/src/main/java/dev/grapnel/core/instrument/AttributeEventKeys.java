package dev.grapnel.core.instrument;

import dev.grapnel.events.EventCatalog;
import dev.grapnel.events.EventKey;

/** The names of the attribute events, for the low-level form of registration. */
public final class AttributeEventKeys {
    /** The family. */
    public static final EventCatalog CATALOG = new EventCatalog("attribute");

    /** See {@link AttributeEvents#onSet}. */
    public static final EventKey<SetEvent<Object, Object>> SET = CATALOG.key("set");
    /** See {@link AttributeEvents#onAppend}. */
    public static final EventKey<AttributeEvent<Object, Object>> APPEND = CATALOG.key("append");
    /** See {@link AttributeEvents#onAppendWithoutMutation}. */
    public static final EventKey<AttributeEvent<Object, Object>> APPEND_WO_MUTATION = CATALOG.key("append_wo_mutation");
    /** See {@link AttributeEvents#onRemove}. */
    public static final EventKey<AttributeEvent<Object, Object>> REMOVE = CATALOG.key("remove");
    /** See {@link AttributeEvents#onBulkReplace}. */
    public static final EventKey<BulkReplaceEvent<Object, Object>> BULK_REPLACE = CATALOG.key("bulk_replace");
    /** See {@link AttributeEvents#onInitCollection}. */
    public static final EventKey<CollectionEvent<Object, Object>> INIT_COLLECTION = CATALOG.key("init_collection");
    /** See {@link AttributeEvents#onDisposeCollection}. */
    public static final EventKey<CollectionEvent<Object, Object>> DISPOSE_COLLECTION =
            CATALOG.key("dispose_collection");
    /** See {@link AttributeEvents#onInitScalar}. */
    public static final EventKey<InitScalarEvent<Object, Object>> INIT_SCALAR = CATALOG.key("init_scalar");
    /** See {@link AttributeEvents#onModified}. */
    public static final EventKey<AttributeEvent<Object, Object>> MODIFIED = CATALOG.key("modified");

    private AttributeEventKeys() {}
}
