package dev.grapnel.benchmarks.workloads.measure;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Tells how long to warm up: for the time that was asked for, and then until the JVM has compiled hardly anything for a second, so that a library of much code is measured as
 * one of little code is. Who never comes to rest is measured after five times the asked for.
 */
final class WarmUp {
    private static final int MOST_TIMES = 5;
    private static final long WINDOW = TimeUnit.MILLISECONDS.toNanos(500);
    private static final double BUSY = 0.1;
    /** More than one, since what takes long to compile counts when it is done. */
    private static final int RESTING_WINDOWS = 2;

    private final LongSupplier clock;
    private final LongSupplier compiled;
    private final long least;
    private final long most;
    private long windowBegan;
    private long compiledBefore;
    private int resting;

    private WarmUp(Duration time, LongSupplier clock, LongSupplier compiled) {
        this.clock = clock;
        this.compiled = compiled;
        windowBegan = clock.getAsLong();
        compiledBefore = compiled.getAsLong();
        least = windowBegan + time.toNanos();
        most = windowBegan + time.toNanos() * MOST_TIMES;
    }

    /** Begins now, by the clock and the compiler of this JVM. */
    static WarmUp of(Duration time) {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        return of(time, System::nanoTime, () -> TimeUnit.MILLISECONDS.toNanos(compiler.getTotalCompilationTime()));
    }

    /**
     * Begins now.
     *
     * @param clock nanoseconds
     * @param compiled nanoseconds that were spent with compiling until now
     */
    static WarmUp of(Duration time, LongSupplier clock, LongSupplier compiled) {
        return new WarmUp(time, clock, compiled);
    }

    /** To be asked after each run. */
    boolean isOver() {
        long now = clock.getAsLong();
        if (now - windowBegan < WINDOW) {
            return now - most >= 0;
        }
        long spent = compiled.getAsLong();
        resting = spent - compiledBefore < BUSY * (now - windowBegan) ? resting + 1 : 0;
        windowBegan = now;
        compiledBefore = spent;
        return now - most >= 0 || (resting >= RESTING_WINDOWS && now - least >= 0);
    }
}
