package dev.grapnel.resultcache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegionTest {
    private final Region region = new Region("country");

    @Test
    void nothingIsUnchangedWhileItIsBeingWritten() {
        region.writingBegins();

        assertThat(region.isUnchangedSince(Long.MAX_VALUE)).isFalse();
    }

    @Test
    void theLastOfTwoWritersCountsInWhateverOrderTheyTellTheirEnds() {
        region.writingBegins();
        region.writingBegins();
        region.writingEnds(6);
        region.writingEnds(5);

        assertThat(region.isUnchangedSince(5)).isFalse();
        assertThat(region.isUnchangedSince(6)).isTrue();
    }
}
