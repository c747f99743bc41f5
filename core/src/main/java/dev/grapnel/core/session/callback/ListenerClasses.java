package dev.grapnel.core.session.callback;

import jakarta.persistence.EntityListeners;
import jakarta.persistence.ExcludeSuperclassListeners;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which classes listen to the objects of a class. */
final class ListenerClasses {
    private ListenerClasses() {}

    /**
     * The entity listeners of a class.
     *
     * @param type the class
     * @return those that its superclasses name first, unless they are excluded; each once
     */
    static List<Class<?>> of(Class<?> type) {
        Set<Class<?>> listeners = new LinkedHashSet<>();
        for (Class<?> source : fromTheTop(type)) {
            if (source.getDeclaredAnnotation(ExcludeSuperclassListeners.class) != null) {
                listeners.clear();
            }
            EntityListeners named = source.getDeclaredAnnotation(EntityListeners.class);
            if (named != null) {
                listeners.addAll(List.of(named.value()));
            }
        }
        return List.copyOf(listeners);
    }

    private static List<Class<?>> fromTheTop(Class<?> type) {
        List<Class<?>> lineage = new ArrayList<>();
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            lineage.add(0, at);
        }
        return lineage;
    }
}
