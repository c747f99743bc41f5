package dev.grapnel.examples.rowsecurity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowSecurityExampleTest {

    @Test
    void plainSqlSeesAndWritesTheRowsOfTheTenantAlone() throws Exception {
        PrintStream standard = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            RowSecurityExample.main(new String[0]);
        } finally {
            System.setOut(standard);
        }

        List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.subList(0, 2)).containsExactly("acme by plain SQL: [Ann]", "nobody by plain SQL: []");
        assertThat(lines.subList(2, lines.size()))
                .singleElement(STRING)
                .startsWith("refused by the database: ")
                .contains("new row violates row-level security policy for table \"invoice\"");
    }
}
