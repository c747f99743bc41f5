package dev.grapnel.extension;

import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.events.EventFamily;
import dev.grapnel.sql.row.RowEvents;

/**
 * Where extensions are added: the families of events that they listen to there.
 *
 * @param mappers of mapper events
 * @param instances of instance events
 * @param rows of events of rows that are read
 */
record Place(EventFamily<?> mappers, EventFamily<?> instances, RowEvents<Object> rows) {
    /** A class and its subclasses, mapped now or later (rule L-7). */
    static Place of(Class<?> type) {
        return new Place(
                Mapped.on(type).propagate(),
                InstanceEvents.on(type).propagate().restoreLoadContext(),
                RowEvents.on(asObject(type)).propagate().restoreLoadContext());
    }

    /** All mapped classes. */
    static Place everywhere() {
        return new Place(
                Mapped.onAll(),
                InstanceEvents.onAll().restoreLoadContext(),
                RowEvents.onAll().restoreLoadContext());
    }

    @SuppressWarnings("unchecked") // extensions take objects as they come
    private static Class<Object> asObject(Class<?> type) {
        return (Class<Object>) type;
    }
}
