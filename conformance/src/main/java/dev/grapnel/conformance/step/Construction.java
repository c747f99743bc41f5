package dev.grapnel.conformance.step;

import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls the constructor that every class of the models has. */
final class Construction {
    private Construction() {}

    static Object of(Class<?> type, Map<String, @Nullable Object> values) {
        try {
            return type.getConstructor(Map.class).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getTargetException() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(
                    "The constructor of " + type.getName() + " failed: " + e.getTargetException(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "Class " + type.getName() + " has no public constructor that takes a map.", e);
        }
    }
}
