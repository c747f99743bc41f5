package dev.grapnel.mongo.schema;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Points in time, which are stored to the millisecond; those without a zone are taken as UTC. */
@SuppressWarnings("JavaUtilDate") // what the driver has for a point in time
final class Times {
    private static final long MILLIS_IN_DAY = 86_400_000;
    private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE);
    private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

    private Times() {}

    static Instant instantOf(Date date) {
        return Instant.ofEpochMilli(date.getTime());
    }

    static @Nullable Instant instant(Object value) {
        if (value instanceof Date date) {
            return instantOf(date);
        }
        Instant found = exact(value);
        return found == null ? null : reachable(found).truncatedTo(ChronoUnit.MILLIS);
    }

    /** Documents count milliseconds in 64 bits, which is less than Java has. */
    private static Instant reachable(Instant instant) {
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw new InvalidValueException(
                    instant + " is too far away: documents have points in time from " + FIRST + " to " + LAST);
        }
        return instant;
    }

    private static @Nullable Instant exact(Object value) {
        if (value instanceof Instant instant) {
            return instant;
        } else if (value instanceof LocalDateTime time) {
            return time.toInstant(ZoneOffset.UTC);
        } else if (value instanceof LocalDate date) {
            return date.atStartOfDay(ZoneOffset.UTC).toInstant();
        } else if (value instanceof ZonedDateTime time) {
            return time.toInstant();
        }
        return value instanceof OffsetDateTime time ? time.toInstant() : null;
    }

    static @Nullable Date date(Object value) {
        Instant instant = instant(value);
        return instant == null ? null : Date.from(instant);
    }

    static @Nullable LocalDate localDate(Object value) {
        if (value instanceof LocalDate day) {
            reachable(day.atStartOfDay(ZoneOffset.UTC).toInstant());
            return day;
        } else if (value instanceof Date point) {
            return LocalDate.ofEpochDay(Math.floorDiv(point.getTime(), MILLIS_IN_DAY));
        }
        Instant instant = instant(value);
        return instant == null ? null : instant.atZone(ZoneOffset.UTC).toLocalDate();
    }

    static @Nullable LocalDateTime localDateTime(Object value) {
        Instant instant = instant(value);
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
