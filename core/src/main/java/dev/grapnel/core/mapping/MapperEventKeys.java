package dev.grapnel.core.mapping;

import dev.grapnel.events.EventCatalog;
import dev.grapnel.events.EventKey;

/** The names of the mapper events, for the low-level form of registration. */
public final class MapperEventKeys {
    /** The family. */
    public static final EventCatalog CATALOG = new EventCatalog("mapper");

    /** See {@link MapperEvents#beforeInsert}. */
    public static final EventKey<PersistEvent<Object>> BEFORE_INSERT = CATALOG.key("before_insert");
    /** See {@link MapperEvents#afterInsert}. */
    public static final EventKey<PersistEvent<Object>> AFTER_INSERT = CATALOG.key("after_insert");
    /** See {@link MapperEvents#beforeUpdate}. */
    public static final EventKey<PersistEvent<Object>> BEFORE_UPDATE = CATALOG.key("before_update");
    /** See {@link MapperEvents#afterUpdate}. */
    public static final EventKey<PersistEvent<Object>> AFTER_UPDATE = CATALOG.key("after_update");
    /** See {@link MapperEvents#beforeDelete}. */
    public static final EventKey<PersistEvent<Object>> BEFORE_DELETE = CATALOG.key("before_delete");
    /** See {@link MapperEvents#afterDelete}. */
    public static final EventKey<PersistEvent<Object>> AFTER_DELETE = CATALOG.key("after_delete");
    /** See {@link MapperEvents#instrumentClass}. */
    public static final EventKey<MapperEvent> INSTRUMENT_CLASS = CATALOG.key("instrument_class");
    /** See {@link MapperEvents#afterMapperConstructed}. */
    public static final EventKey<MapperEvent> AFTER_MAPPER_CONSTRUCTED = CATALOG.key("after_mapper_constructed");
    /** See {@link MapperEvents#beforeMapperConfigured}. */
    public static final EventKey<MapperEvent> BEFORE_MAPPER_CONFIGURED = CATALOG.key("before_mapper_configured");
    /** See {@link MapperEvents#mapperConfigured}. */
    public static final EventKey<MapperEvent> MAPPER_CONFIGURED = CATALOG.key("mapper_configured");
    /** See {@link MapperEvents#beforeConfigured}. */
    public static final EventKey<ConfigureEvent> BEFORE_CONFIGURED = CATALOG.key("before_configured");
    /** See {@link MapperEvents#afterConfigured}. */
    public static final EventKey<ConfigureEvent> AFTER_CONFIGURED = CATALOG.key("after_configured");

    private MapperEventKeys() {}
}
