package dev.grapnel.benchmarks.workloads.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SamplesTest {
    private final Samples samples = new Samples();

    private void runs(int... millis) {
        for (int each : millis) {
            samples.add(each * 1_000_000L, 10L * each);
        }
    }

    @Test
    void theRunInTheMiddleCounts() {
        runs(1, 9, 5);

        assertThat(samples.millis()).isEqualTo(5);
        assertThat(samples.bytes()).isEqualTo(50);
    }

    @Test
    void ofAnEvenNumberTheTwoInTheMiddleDo() {
        runs(9, 6, 1, 8);

        assertThat(samples.millis()).isEqualTo(7);
    }
}
