package dev.grapnel.core.instrument;

import dev.grapnel.events.EventCatalog;
import dev.grapnel.events.EventKey;

/** The names of the instance events, for the low-level form of registration. */
public final class InstanceEventKeys {
    /** The family. */
    public static final EventCatalog CATALOG = new EventCatalog("instance");

    /** See {@link InstanceEvents#firstInit}. */
    public static final EventKey<FirstInitEvent> FIRST_INIT = CATALOG.key("first_init");
    /** See {@link InstanceEvents#init}. */
    public static final EventKey<InitEvent<Object>> INIT = CATALOG.key("init");
    /** See {@link InstanceEvents#initFailure}. */
    public static final EventKey<InitFailureEvent<Object>> INIT_FAILURE = CATALOG.key("init_failure");
    /** See {@link InstanceEvents#load}. */
    public static final EventKey<LoadEvent<Object>> LOAD = CATALOG.key("load");
    /** See {@link InstanceEvents#refresh}. */
    public static final EventKey<RefreshEvent<Object>> REFRESH = CATALOG.key("refresh");
    /** See {@link InstanceEvents#refreshFlush}. */
    public static final EventKey<RefreshFlushEvent<Object>> REFRESH_FLUSH = CATALOG.key("refresh_flush");
    /** See {@link InstanceEvents#expire}. */
    public static final EventKey<ExpireEvent<Object>> EXPIRE = CATALOG.key("expire");
    /** See {@link InstanceEvents#pickle}. */
    public static final EventKey<PickleEvent<Object>> PICKLE = CATALOG.key("pickle");
    /** See {@link InstanceEvents#unpickle}. */
    public static final EventKey<PickleEvent<Object>> UNPICKLE = CATALOG.key("unpickle");

    private InstanceEventKeys() {}
}
