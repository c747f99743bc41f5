package dev.grapnel.core.instrument;

import dev.grapnel.events.EventCatalog;
import dev.grapnel.events.EventKey;

/** The names of the instrumentation events, for the low-level form of registration. */
public final class InstrumentationEventKeys {
    /** The family. */
    public static final EventCatalog CATALOG = new EventCatalog("instrumentation");

    /** See {@link InstrumentationEvents#classInstrument}. */
    public static final EventKey<ClassEvent> CLASS_INSTRUMENT = CATALOG.key("class_instrument");
    /** See {@link InstrumentationEvents#classUninstrument}. */
    public static final EventKey<ClassEvent> CLASS_UNINSTRUMENT = CATALOG.key("class_uninstrument");
    /** See {@link InstrumentationEvents#attributeInstrument}. */
    public static final EventKey<AttributeInstrumentEvent> ATTRIBUTE_INSTRUMENT = CATALOG.key("attribute_instrument");

    private InstrumentationEventKeys() {}
}
