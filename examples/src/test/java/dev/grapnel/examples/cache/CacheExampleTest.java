package dev.grapnel.examples.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.examples.Output;
import org.junit.jupiter.api.Test;

class CacheExampleTest {

    @Test
    void aQueryIsSentAgainAfterAChange() {
        assertThat(Output.of(() -> CacheExample.main(new String[0])))
                .containsExactly(
                        "planets with many moons:",
                        "  a statement is sent",
                        "  Saturn has 145",
                        "planets with many moons:",
                        "  Saturn has 145",
                        "planets with many moons:",
                        "  a statement is sent",
                        "  Saturn has 146",
                        "2 answers from the cache");
    }
}
