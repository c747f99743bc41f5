package dev.grapnel.core.value;

import java.lang.reflect.Array;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Copiers of classes that come with Java. */
final class KnownCopiers {
    private KnownCopiers() {}

    @SuppressWarnings("JavaUtilDate") // classes written before java.time are mapped as they are
    static @Nullable ValueCopier<Object> of(Class<?> type) {
        if (type.isArray()) {
            return KnownCopiers::copyArray;
        }
        return Date.class.isAssignableFrom(type) ? date -> ((Date) date).clone() : null;
    }

    private static Object copyArray(Object array) {
        int length = Array.getLength(array);
        Object copy = Array.newInstance(array.getClass().getComponentType(), length);
        if (array.getClass().getComponentType().isArray()) {
            for (int at = 0; at < length; at++) {
                Object inner = Array.get(array, at);
                Array.set(copy, at, inner == null ? null : copyArray(inner));
            }
        } else {
            System.arraycopy(array, 0, copy, 0, length);
        }
        return copy;
    }
}
