package dev.grapnel.sql.persist;

import dev.grapnel.core.error.FlushException;
import dev.grapnel.sql.mapping.MappedColumn;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The values of a version counter (rule U-19). */
public final class Versions {
    private Versions() {}

    /**
     * The first value.
     *
     * @param version column of the counter
     * @return the value that an INSERT writes
     */
    public static Object first(MappedColumn version) {
        return next(version, null);
    }

    static Object next(MappedColumn version, @Nullable Object before) {
        Class<?> type = version.property().javaType();
        long number = before instanceof Number known ? known.longValue() + 1 : 1;
        if (type == Integer.class || type == int.class) {
            return (int) number;
        } else if (type == Long.class || type == long.class) {
            return number;
        } else if (type == Short.class || type == short.class) {
            return (short) number;
        } else if (type == Instant.class) {
            return Instant.now().truncatedTo(ChronoUnit.MICROS);
        } else if (type == LocalDateTime.class) {
            return LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
        }
        throw new FlushException("Cannot count the version of " + version.property() + ": " + type.getName()
                + " is no type of a version. Use int, long, short, java.time.Instant or java.time.LocalDateTime.");
    }
}
