package dev.grapnel.examples.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.examples.Output;
import org.junit.jupiter.api.Test;

class AuditExampleTest {

    @Test
    void changesAreLoggedUnlessTheyAreRolledBack() {
        assertThat(Output.of(() -> AuditExample.main(new String[0])))
                .containsExactly(
                        "ann: Product Teapot added",
                        "ann: Product Teapot cents [1999] -> [1499]",
                        "ann: Product Teapot deleted");
    }
}
