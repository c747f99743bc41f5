package dev.grapnel.examples.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.examples.Output;
import org.junit.jupiter.api.Test;

class ValidationExampleTest {

    @Test
    void valuesAreCleanedDerivedFromAndRefused() {
        assertThat(Output.of(() -> ValidationExample.main(new String[0])))
                .containsExactly(
                        "ann@example.org is of example.org",
                        "locked: true",
                        "refused: 'nobody' is no e-mail address",
                        "refused: bob@elsewhere.net is not of this house");
    }
}
