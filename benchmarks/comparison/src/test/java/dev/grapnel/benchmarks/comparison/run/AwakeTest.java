package dev.grapnel.benchmarks.comparison.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

final class AwakeTest {
    @Test
    void eachProcessorHasALoopUntilItIsClosed() {
        assumeTrue(Awake.isPossible(), "there is no /usr/bin/nice");
        Awake awake = Awake.begin();
        try (awake) {
            assertThat(awake.running()).isEqualTo(Runtime.getRuntime().availableProcessors());
        }

        assertThat(awake.running()).isZero();
    }
}
