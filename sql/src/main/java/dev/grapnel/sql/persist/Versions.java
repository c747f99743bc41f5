package dev.grapnel.sql.persist;

import dev.grapnel.core.annotation.VersionedBy;
import dev.grapnel.core.error.FlushException;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.store.SaveItem;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
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

    /** Whether the engine gives the values, and neither the program nor the database (rule U-23). */
    public static boolean isCounted(MappedColumn version) {
        return !isProgrammed(version) && !isOfDatabase(version);
    }

    /** Whether the database sets the version, so that it has to be read back (rule U-23). */
    static boolean isOfDatabase(MappedColumn version) {
        return version.property().settings().nextVersion() instanceof VersionedBy.Database;
    }

    /** Refuses an object whose version, if the database sets it, is null behind the statement that wrote its row. */
    static void requireFetched(InstanceState state, MappedColumn version) {
        if (!isOfDatabase(version)) {
            return;
        }
        Object value = state.value(version.tracker().index());
        if (value == null || Marker.is(value)) {
            throw new FlushException("Cannot write the row of " + state + ": its version " + version.property()
                    + " is null in the database, which has to set it. Give the column a default, or a trigger.");
        }
    }

    /** Whether the program sets the version itself (rule U-23). */
    public static boolean isProgrammed(MappedColumn version) {
        return version.property().settings().nextVersion() instanceof VersionedBy.Program;
    }

    /** Refuses an object whose version the program should have set before its row in the table of the version was written. */
    static void requireProgrammed(Table table, SaveItem item) {
        MappedColumn version = ((TableMapper) item.mapper()).versionColumn();
        if (version == null || version.column().table() != table || !isProgrammed(version)) {
            return;
        }
        Object value = item.state().value(version.tracker().index());
        if (value == null || Marker.is(value)) {
            throw new FlushException("Cannot write the row of " + item.state() + ": its version " + version.property()
                    + " is null, and the program has to set it. Set it before the flush.");
        }
    }

    static Object next(MappedColumn version, @Nullable Object before) {
        UnaryOperator<@Nullable Object> next = version.property().settings().nextVersion();
        return next == null ? counted(version, before) : generated(version, next.apply(before));
    }

    private static Object generated(MappedColumn version, @Nullable Object value) {
        if (value == null) {
            throw new FlushException("Cannot write version " + version.property()
                    + ": its generator gave null. Let it give a value that is not the present one.");
        }
        return value;
    }

    /** A time that is later than the one before, however fast the clock is read. */
    private static Instant later(@Nullable Instant before) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return before == null || now.isAfter(before) ? now : before.plus(1, ChronoUnit.MICROS);
    }

    private static Object counted(MappedColumn version, @Nullable Object before) {
        Class<?> type = version.property().javaType();
        long number = before instanceof Number known ? known.longValue() + 1 : 1;
        if (type == Integer.class || type == int.class) {
            return (int) number;
        } else if (type == Long.class || type == long.class) {
            return number;
        } else if (type == Short.class || type == short.class) {
            return (short) number;
        } else if (type == Instant.class) {
            return later((Instant) before);
        } else if (type == LocalDateTime.class) {
            Instant known = before == null ? null : ((LocalDateTime) before).toInstant(ZoneOffset.UTC);
            return LocalDateTime.ofInstant(later(known), ZoneOffset.UTC);
        }
        throw new FlushException("Cannot count the version of " + version.property() + ": " + type.getName()
                + " is no type of a version. Use int, long, short, java.time.Instant or java.time.LocalDateTime.");
    }
}
