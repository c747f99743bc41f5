package dev.grapnel.sql.mapping;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds a mapped class below a superclass that is not mapped itself: its attributes are in the tables of classes below it, alike in type and conversion.
 */
public final class SuperclassAttributes {
    private static final Map<Class<?>, WeakReference<TableMapper>> BELOW = new WeakHashMap<>();

    private SuperclassAttributes() {}

    static void note(TableMapper mapper) {
        synchronized (BELOW) {
            Class<?> above = mapper.base().type().getSuperclass();
            for (Class<?> type = above; type != null && type != Object.class; type = type.getSuperclass()) {
                BELOW.put(type, new WeakReference<>(mapper));
            }
        }
    }

    /**
     * A mapped class below a superclass.
     *
     * @param superclass that is not mapped itself
     * @return its mapper, of the registry that was configured last; null if there is none
     */
    public static @Nullable TableMapper below(Class<?> superclass) {
        synchronized (BELOW) {
            WeakReference<TableMapper> known = BELOW.get(superclass);
            return known == null ? null : known.get();
        }
    }
}
