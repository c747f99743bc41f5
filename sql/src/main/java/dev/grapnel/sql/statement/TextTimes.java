package dev.grapnel.sql.statement;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Times and UUIDs as text, for SQLite, in the form in which jOOQ writes them there (except that the fraction of a
 * {@code LocalTime} is kept). Reading is lenient: a {@code T} between date and
 * time, a missing fraction, and the milliseconds that SQLite's JDBC driver writes by itself are understood.
 */
final class TextTimes {
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter();
    private static final DateTimeFormatter WRITTEN_TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter();
    private static final DateTimeFormatter OFFSET =
            new DateTimeFormatterBuilder().appendOffset("+HH:MM", "+00:00").toFormatter();
    private static final DateTimeFormatter LENIENT_OFFSET =
            new DateTimeFormatterBuilder().appendOffset("+HH:mm", "Z").toFormatter();

    private static final ValueType TEXT = ValueType.of(PreparedStatement::setString, TextTimes::timeText);

    static final Map<Class<?>, ValueType> TYPES = Map.ofEntries(
            Map.entry(UUID.class, TEXT.as(UUID::fromString, UUID::toString)),
            Map.entry(LocalDate.class, TEXT.as(TextTimes::date, LocalDate::toString)),
            Map.entry(LocalTime.class, TEXT.as(TextTimes::time, TextTimes::write)),
            Map.entry(LocalDateTime.class, TEXT.as(TextTimes::dateTime, TextTimes::write)),
            Map.entry(OffsetTime.class, TEXT.as(TextTimes::offsetTime, TextTimes::write)),
            Map.entry(OffsetDateTime.class, TEXT.as(TextTimes::offsetDateTime, TextTimes::write)),
            Map.entry(Instant.class, TEXT.as(TextTimes::instant, TextTimes::write)),
            Map.entry(Date.class, TEXT.as((String text) -> Date.valueOf(date(text)), Date::toString)),
            Map.entry(Time.class, TEXT.as((String text) -> Time.valueOf(time(text)), Time::toString)),
            Map.entry(
                    Timestamp.class, TEXT.as((String text) -> Timestamp.valueOf(dateTime(text)), Timestamp::toString)));

    private TextTimes() {}

    /** One of the types here, for a database that has no type of its own for it. */
    static ValueType requireType(Class<?> type) {
        return Objects.requireNonNull(TYPES.get(type), type::getName);
    }

    private static @Nullable String timeText(ResultSet rows, int position) throws SQLException {
        Object value = rows.getObject(position);
        if (value instanceof Number millis) {
            return Instant.ofEpochMilli(millis.longValue())
                    .atOffset(ZoneOffset.UTC)
                    .toLocalDateTime()
                    .toString();
        }
        return value == null ? null : value.toString();
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text.substring(0, Math.min(text.length(), 10)));
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text.substring(text.indexOf(':') - 2), TIME);
    }

    private static LocalDateTime dateTime(String text) {
        return text.length() == 10 ? date(text).atStartOfDay() : date(text).atTime(time(text));
    }

    private static OffsetTime offsetTime(String text) {
        int end = endOfTime(text);
        return OffsetTime.of(time(text.substring(0, end)), offset(text.substring(end)));
    }

    private static OffsetDateTime offsetDateTime(String text) {
        int end = endOfTime(text);
        return OffsetDateTime.of(dateTime(text.substring(0, end)), offset(text.substring(end)));
    }

    private static Instant instant(String text) {
        return offsetDateTime(text).toInstant();
    }

    /** Where the offset begins: at the sign or the Z behind the first colon. */
    private static int endOfTime(String text) {
        for (int at = Math.max(0, text.indexOf(':')); at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '+' || c == '-' || c == 'Z') {
                return at;
            }
        }
        return text.length();
    }

    private static ZoneOffset offset(String text) {
        return text.isEmpty() ? ZoneOffset.UTC : ZoneOffset.from(LENIENT_OFFSET.parse(text));
    }

    private static String write(LocalTime time) {
        return WRITTEN_TIME.format(time);
    }

    private static String write(LocalDateTime dateTime) {
        return Timestamp.valueOf(dateTime).toString();
    }

    private static String write(OffsetTime time) {
        return WRITTEN_TIME.format(time) + OFFSET.format(time);
    }

    private static String write(OffsetDateTime dateTime) {
        return dateTime.toLocalDate() + " " + WRITTEN_TIME.format(dateTime) + OFFSET.format(dateTime);
    }

    private static String write(Instant instant) {
        return write(instant.atOffset(ZoneOffset.UTC));
    }
}
