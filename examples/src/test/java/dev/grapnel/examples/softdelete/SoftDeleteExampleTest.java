package dev.grapnel.examples.softdelete;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.examples.Output;
import org.junit.jupiter.api.Test;

class SoftDeleteExampleTest {

    @Test
    void deletedNotesKeepTheirRows() {
        assertThat(Output.of(() -> SoftDeleteExample.main(new String[0])))
                .containsExactly("to do: call Ann", "deleted: buy milk");
    }
}
