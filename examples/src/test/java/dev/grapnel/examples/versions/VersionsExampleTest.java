package dev.grapnel.examples.versions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.examples.Output;
import org.junit.jupiter.api.Test;

class VersionsExampleTest {

    @Test
    void aSpoiledPageBecomesWhatItWas() {
        assertThat(Output.of(() -> VersionsExample.main(new String[0])))
                .containsExactly(
                        "1 INSERT: a small anchor",
                        "2 UPDATE: a small anchor with several flukes",
                        "3 UPDATE: buy cheap watches",
                        "at half past one it was: a small anchor with several flukes",
                        "now it is: a small anchor with several flukes");
    }
}
