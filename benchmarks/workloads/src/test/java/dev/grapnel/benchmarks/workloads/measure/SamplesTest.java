package dev.grapnel.benchmarks.workloads.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SamplesTest {
    private final Samples samples = new Samples();

    private void stretch(int... millis) {
        samples.nextStretch();
        for (int each : millis) {
            samples.add(each * 1_000_000L, 10L * each);
        }
    }

    @Test
    void theQuietestStretchCountsByItsMedian() {
        stretch(9, 8, 7);
        stretch(1, 5, 6);
        stretch(6, 8);

        assertThat(samples.millis()).isEqualTo(5);
    }

    @Test
    void allRunsCountForWhatTheyAllocate() {
        stretch(9, 8);
        stretch(1);

        assertThat(samples.bytes()).isEqualTo(80);
    }
}
