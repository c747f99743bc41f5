package dev.grapnel.benchmarks.workloads.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class WarmUpTest {
    private static final Duration ASKED = Duration.ofSeconds(2);

    private long now;
    private long compiled;
    private final WarmUp warmUp = WarmUp.of(ASKED, () -> now, () -> compiled);

    /** Lets seconds pass, asking after each millisecond; tells after how many milliseconds it was over, or -1. */
    private long overWithin(int seconds, long compiledPerMilli) {
        for (long milli = 1; milli <= TimeUnit.SECONDS.toMillis(seconds); milli++) {
            now += TimeUnit.MILLISECONDS.toNanos(1);
            compiled += compiledPerMilli;
            if (warmUp.isOver()) {
                return milli;
            }
        }
        return -1;
    }

    @Test
    void itLastsAsLongAsAskedForIfNothingIsCompiled() {
        assertThat(overWithin(10, 0)).isEqualTo(2_000);
    }

    @Test
    void itGoesOnWhileMuchIsCompiled() {
        assertThat(overWithin(4, TimeUnit.MICROSECONDS.toNanos(200))).isEqualTo(-1);
        assertThat(overWithin(2, 0)).isEqualTo(1_000);
    }

    @Test
    void itEndsAfterFiveTimesAsLongAtTheLatest() {
        assertThat(overWithin(20, TimeUnit.MICROSECONDS.toNanos(500))).isEqualTo(10_000);
    }
}
