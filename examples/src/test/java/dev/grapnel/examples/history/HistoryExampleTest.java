package dev.grapnel.examples.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.examples.Output;
import org.junit.jupiter.api.Test;

class HistoryExampleTest {

    @Test
    void formerPricesAreKept() {
        assertThat(Output.of(() -> HistoryExample.main(new String[0])))
                .containsExactly("Kettle costs 1900", "it was 2500", "it was 2600");
    }
}
