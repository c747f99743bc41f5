package dev.grapnel.examples.shardingsphere;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ShardingSphereExampleTest {

    @Test
    void rowsAreSpreadOverThreeDatabasesAndReadAsOne() throws Exception {
        PrintStream standard = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            ShardingSphereExample.main(new String[0]);
        } finally {
            System.setOut(standard);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "customers in each database: [2, 3, 2]",
                        "the last ones: customer 7",
                        "the last ones: customer 6",
                        "first read of a collection: 2 purchases",
                        "all 7 customers spent 728",
                        "rows updated everywhere: 6",
                        "customers after a rollback: 6",
                        "customers in each database: [2, 2, 2]");
    }
}
