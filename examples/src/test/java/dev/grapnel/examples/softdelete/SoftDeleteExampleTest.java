package dev.grapnel.examples.softdelete;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.examples.Output;
import org.junit.jupiter.api.Test;

class SoftDeleteExampleTest {

    @Test
    void deletedNotesAreHiddenAndComeBack() {
        assertThat(Output.of(() -> SoftDeleteExample.main(new String[0])))
                .containsExactly(
                        "after deleting:",
                        "  call Ann",
                        "  fix the lamp",
                        "still there: buy milk",
                        "after restoring:",
                        "  buy milk",
                        "  call Ann",
                        "  fix the lamp");
    }
}
