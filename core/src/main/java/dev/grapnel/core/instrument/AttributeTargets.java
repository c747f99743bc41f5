package dev.grapnel.core.instrument;

import dev.grapnel.events.ClassTargets;
import dev.grapnel.events.ListenPoint;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where listeners for attributes are kept until the attributes are there. */
final class AttributeTargets {
    private static final Map<String, ClassTargets> BY_NAME = new ConcurrentHashMap<>();

    private AttributeTargets() {}

    private static ClassTargets named(String name) {
        return BY_NAME.computeIfAbsent(name, unused -> ClassTargets.processWide(AttributeEventKeys.CATALOG));
    }

    static ListenPoint on(Class<?> type, String name) {
        return named(name).on(type);
    }

    static void attach(AttributeTracker attribute) {
        named(attribute.name()).attach(attribute.manager().type(), attribute.dispatch());
    }

    static void detach(AttributeTracker attribute) {
        named(attribute.name()).detach(attribute.manager().type());
    }
}
