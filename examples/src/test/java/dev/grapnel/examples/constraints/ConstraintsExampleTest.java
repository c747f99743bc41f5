package dev.grapnel.examples.constraints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.examples.Output;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ConstraintsExampleTest {

    @Test
    void classKeepsItsRules() {
        Locale.setDefault(Locale.ENGLISH);

        assertThat(Output.of(() -> ConstraintsExample.main(new String[0])))
                .containsExactly(
                        "stored: 410332221100",
                        "Welcome!",
                        "Welcome back, Ann!",
                        "Cannot flush, because 3 constraints are violated: Guest (without key) name: must not be blank;"
                                + " Guest (without key) email: must be a well-formed email address;"
                                + " Guest (without key) nights: must be greater than or equal to 1");
    }
}
