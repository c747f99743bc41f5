package dev.grapnel.core.mapping;

import dev.grapnel.events.ClassTargets;
import dev.grapnel.events.Dispatch;
import dev.grapnel.events.ListenPoint;

/** Where listeners for mapper events of classes are kept until the classes are mapped. */
final class MapperTargets {
    /** All mappers. */
    static final Dispatch ALL = Dispatch.ofClassLevel(MapperEventKeys.CATALOG, "all mappers", null);

    private static final ClassTargets CLASSES = ClassTargets.processWide(MapperEventKeys.CATALOG);

    private MapperTargets() {}

    static ListenPoint on(Class<?> type) {
        return CLASSES.on(type);
    }

    static void attach(Class<?> type, Dispatch dispatch) {
        CLASSES.attach(type, dispatch);
    }

    static void detach(Class<?> type) {
        CLASSES.detach(type);
    }
}
