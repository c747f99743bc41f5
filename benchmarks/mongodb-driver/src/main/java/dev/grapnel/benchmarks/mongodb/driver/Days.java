package dev.grapnel.benchmarks.mongodb.driver;

import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

/** Days as points in time, which is what BSON has. */
final class Days {
    private Days() {}

    static long millis(LocalDate day) {
        return TimeUnit.DAYS.toMillis(day.toEpochDay());
    }

    static LocalDate day(long millis) {
        return LocalDate.ofEpochDay(TimeUnit.MILLISECONDS.toDays(millis));
    }
}
