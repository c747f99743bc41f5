package dev.grapnel.examples.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.examples.Output;
import org.junit.jupiter.api.Test;

class ExtensionsExampleTest {

    @Test
    void extensionsAreCalledInTheirPlaces() {
        assertThat(Output.of(() -> ExtensionsExample.main(new String[0])))
                .containsExactly(
                        "set event ! ed after null",
                        "append event ! ed@example.org",
                        "set event ! hidden after null",
                        "before commit!",
                        "instance ed before insert !",
                        "instance hidden before insert !",
                        "instance ed@example.org before insert !",
                        "set event ! eddie after ed",
                        "before commit!",
                        "first sees eddie before update",
                        "second sees eddie before update",
                        "found [EDDIE]");
    }
}
