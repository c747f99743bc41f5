package dev.grapnel.sql.array;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times as PostgreSQL reads them, to the nearest microsecond as the driver sends them. Null for those that it writes in another way: years of more or
 * fewer than four digits, and the end of a day that is rounded up to midnight.
 */
final class TimeText {
    private static final int HALF_A_MICROSECOND = 500;
    private static final int LAST_YEAR = 9_999;

    private TimeText() {}

    static @Nullable String of(LocalDate date) {
        return isUsual(date.getYear()) ? date.toString() : null;
    }

    static @Nullable String of(LocalTime time) {
        LocalTime rounded = time.plusNanos(HALF_A_MICROSECOND).truncatedTo(ChronoUnit.MICROS);
        return rounded.getHour() < time.getHour() ? null : rounded.toString();
    }

    static @Nullable String of(LocalDateTime time) {
        if (!isUsual(time.getYear())) {
            return null;
        }
        LocalDateTime rounded = time.plusNanos(HALF_A_MICROSECOND).truncatedTo(ChronoUnit.MICROS);
        return isUsual(rounded.getYear()) ? rounded.toString() : null;
    }

    static @Nullable String of(OffsetDateTime time) {
        if (!isUsual(time.getYear())) {
            return null;
        }
        OffsetDateTime rounded = time.plusNanos(HALF_A_MICROSECOND).truncatedTo(ChronoUnit.MICROS);
        return isUsual(rounded.getYear()) ? rounded.toString() : null;
    }

    private static boolean isUsual(int year) {
        return year > 0 && year <= LAST_YEAR;
    }
}
