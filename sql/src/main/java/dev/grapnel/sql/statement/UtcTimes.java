package dev.grapnel.sql.statement;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

/**
 * Points in time as date and time in UTC, for MariaDB and MySQL, which know no offsets; what is left, times of day with an offset and UUIDs,
 * as text. The driver's own conversions would depend on the time zone of the connection.
 */
final class UtcTimes {
    private static final ValueType DATE_TIME = ValueType.ofObject(LocalDateTime.class);

    static final Map<Class<?>, ValueType> TYPES = Map.of(
            OffsetDateTime.class, DATE_TIME.as(UtcTimes::atUtc, UtcTimes::inUtc),
            Instant.class, DATE_TIME.as(UtcTimes::instant, UtcTimes::inUtc),
            OffsetTime.class, TextTimes.requireType(OffsetTime.class),
            UUID.class, TextTimes.requireType(UUID.class));

    private UtcTimes() {}

    private static OffsetDateTime atUtc(LocalDateTime utc) {
        return utc.atOffset(ZoneOffset.UTC);
    }

    private static LocalDateTime inUtc(OffsetDateTime time) {
        return time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
    }

    private static Instant instant(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime inUtc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
