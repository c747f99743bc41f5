package dev.grapnel.testkit;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** Short names of objects: those given, else the class and a number in order of appearance. It holds the objects. */
final class ObjectNames {
    private final IdentityHashMap<Object, String> given = new IdentityHashMap<>();
    private final Map<Class<?>, Integer> counts = new HashMap<>();

    void give(Object object, String name) {
        given.put(object, name);
    }

    String of(Object object) {
        return given.computeIfAbsent(object, this::next);
    }

    private String next(Object object) {
        Class<?> type = object.getClass();
        return type.getSimpleName() + counts.merge(type, 1, Integer::sum);
    }
}
