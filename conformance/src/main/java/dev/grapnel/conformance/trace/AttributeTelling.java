package dev.grapnel.conformance.trace;

import dev.grapnel.core.instrument.AttributeEvent;
import dev.grapnel.core.instrument.AttributeEventKeys;
import dev.grapnel.core.instrument.BulkReplaceEvent;
import dev.grapnel.core.instrument.CollectionEvent;
import dev.grapnel.core.instrument.InitScalarEvent;
import dev.grapnel.core.instrument.Keys;
import dev.grapnel.core.instrument.SetEvent;
import java.util.List;
import java.util.Locale;

/** How attribute events are told. */
public final class AttributeTelling {
    private static final Telling<?> REMOVE = Telling.ofValue(AttributeEventKeys.REMOVE, AttributeTelling::element);
    private static final Telling<?> MODIFIED = Telling.ofValue(AttributeEventKeys.MODIFIED, AttributeTelling::modified);

    /** The events of a scalar. */
    public static final List<Telling<?>> OF_SCALARS = List.of(
            Telling.ofValue(AttributeEventKeys.SET, AttributeTelling::set),
            REMOVE,
            Telling.ofValue(AttributeEventKeys.INIT_SCALAR, AttributeTelling::initScalar),
            MODIFIED);

    /** The events of a collection. */
    public static final List<Telling<?>> OF_COLLECTIONS = List.of(
            Telling.ofValue(AttributeEventKeys.APPEND, AttributeTelling::element),
            Telling.ofValue(AttributeEventKeys.APPEND_WO_MUTATION, AttributeTelling::knownElement),
            REMOVE,
            Telling.of(AttributeEventKeys.BULK_REPLACE, AttributeTelling::bulkReplace),
            Telling.of(AttributeEventKeys.INIT_COLLECTION, AttributeTelling::collection),
            Telling.of(AttributeEventKeys.DISPOSE_COLLECTION, AttributeTelling::collection),
            MODIFIED);

    private AttributeTelling() {}

    private static void begin(AttributeEvent<Object, Object> event, Occurrence told) {
        told.target(event.target()).text("attr", event.attribute().name());
    }

    private static void end(AttributeEvent<Object, Object> event, Occurrence told) {
        told.text("op", event.initiator().operation().name().toLowerCase(Locale.ROOT));
        String beganAt = event.initiator().key();
        if (!beganAt.equals(event.attribute().name())) {
            told.text("via", beganAt);
        }
    }

    private static void set(SetEvent<Object, Object> event, Occurrence told) {
        begin(event, told);
        told.value("value", event.valueOrMarker()).value("old", event.oldValueOrMarker());
        end(event, told);
    }

    private static void initScalar(InitScalarEvent<Object, Object> event, Occurrence told) {
        begin(event, told);
        told.value("value", event.value());
    }

    private static void modified(AttributeEvent<Object, Object> event, Occurrence told) {
        begin(event, told);
        end(event, told);
    }

    private static void element(AttributeEvent<Object, Object> event, Occurrence told) {
        begin(event, told);
        told.value("value", event.valueOrMarker()).key("key", event.key());
        end(event, told);
    }

    /** An element that was there already joins at no place, and the format says so with null. */
    private static void knownElement(AttributeEvent<Object, Object> event, Occurrence told) {
        begin(event, told);
        told.value("value", event.valueOrMarker()).key("key", event.key() == Keys.NONE ? null : event.key());
        end(event, told);
    }

    private static void bulkReplace(BulkReplaceEvent<Object, Object> event, Occurrence told) {
        begin(event, told);
        told.value("values", List.copyOf(event.values())).key("keys", event.keys());
        end(event, told);
    }

    private static void collection(CollectionEvent<Object, Object> event, Occurrence told) {
        begin(event, told);
        told.value("values", event.collection());
    }
}
