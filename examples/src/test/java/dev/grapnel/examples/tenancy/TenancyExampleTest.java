package dev.grapnel.examples.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.examples.Output;
import java.util.List;
import org.junit.jupiter.api.Test;

class TenancyExampleTest {

    @Test
    void eachTenantSeesItsOwnInvoices() {
        List<String> lines = Output.of(() -> TenancyExample.main(new String[0]));

        assertThat(lines.get(0)).isEqualTo("acme sees the invoice of Ann");
        assertThat(lines.get(1)).startsWith("refused: Cannot read or write Invoice: its rows belong to tenants");
        assertThat(lines.subList(2, lines.size()))
                .containsExactly("the auditor sees the invoice of Ann", "the auditor sees the invoice of Bob");
    }
}
