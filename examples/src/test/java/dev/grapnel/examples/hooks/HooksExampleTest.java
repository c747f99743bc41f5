package dev.grapnel.examples.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.examples.Output;
import org.junit.jupiter.api.Test;

class HooksExampleTest {

    @Test
    void aContactTellsWhatHappensToIt() {
        assertThat(Output.of(() -> HooksExample.main(new String[0])))
                .containsExactly(
                        "a new contact",
                        "  Ed (revision 0): new before flush, one of 1",
                        "  Ed (revision 1): before insert",
                        "  Ed (revision 1): after insert, with key 1",
                        "  Ed (revision 1): new after flush",
                        "another name",
                        "  Edward (revision 2): before update",
                        "  Edward (revision 2): after update",
                        "  Edward (revision 2): dirty after flush",
                        "no contact",
                        "  Edward (revision 2): before delete",
                        "  Edward (revision 2): after delete",
                        "  Edward (revision 2): deleted after flush");
    }
}
