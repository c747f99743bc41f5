package dev.grapnel.sql.persist;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the database gets for an attribute that was never set: null, or the zero that a primitive field shows. */
public final class Primitives {
    private static final Map<Class<?>, Object> ZEROS = Map.of(
            int.class,
            0,
            long.class,
            0L,
            short.class,
            (short) 0,
            byte.class,
            (byte) 0,
            double.class,
            0.0,
            float.class,
            0.0f,
            boolean.class,
            false,
            char.class,
            '\0');

    private Primitives() {}

    /** {@return what is written for an attribute of this type that was never set} */
    public static @Nullable Object absentValue(Class<?> type) {
        return ZEROS.get(type);
    }
}
