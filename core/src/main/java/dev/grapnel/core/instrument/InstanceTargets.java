package dev.grapnel.core.instrument;

import dev.grapnel.events.ClassTargets;
import dev.grapnel.events.Dispatch;
import dev.grapnel.events.ListenPoint;

/** Where listeners for instance events and attribute events of classes are kept until the classes are mapped. */
final class InstanceTargets {
    /** All mapped classes. */
    static final Dispatch ALL =
            Dispatch.ofClassLevel(InstanceEventKeys.CATALOG, "the objects of all mapped classes", null);

    private static final ClassTargets CLASSES = ClassTargets.processWide(InstanceEventKeys.CATALOG);

    private InstanceTargets() {}

    static ListenPoint on(Class<?> type) {
        return CLASSES.on(type);
    }

    static void attach(ClassManager manager) {
        CLASSES.attach(manager.type(), manager.dispatch());
    }

    static void detach(ClassManager manager) {
        CLASSES.detach(manager.type());
    }
}
