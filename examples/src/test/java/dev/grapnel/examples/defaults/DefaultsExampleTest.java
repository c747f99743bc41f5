package dev.grapnel.examples.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.examples.Output;
import org.junit.jupiter.api.Test;

class DefaultsExampleTest {

    @Test
    void theNumberIsKnownBeforeTheInsert() {
        assertThat(Output.of(() -> DefaultsExample.main(new String[0])))
                .containsExactly(
                        "without the pack, a new order has the number null",
                        "with it, the number 101",
                        "and the row has the number 101");
    }
}
