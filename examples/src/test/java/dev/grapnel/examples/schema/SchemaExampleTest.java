package dev.grapnel.examples.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.examples.Output;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The schema example")
class SchemaExampleTest {

    @Test
    void startsOnlyWhenTheTablesAreAsMapped() {
        List<String> ofEach = List.of(
                "not started: Cannot work with this database. The engine of a H2 data source differs from the mapping in 3"
                        + " points:",
                "  boat: column 'harbour' (varchar(40)) is missing",
                "  boat: the unique constraint [name] is missing",
                "  boat: the index 'boat_harbour' [harbour] is missing",
                "Migrate the database to the mapping, or correct the mapping. [SCHEMA_MISMATCH]",
                "started, and the first boat is in the harbour");
        List<String> expected = new ArrayList<>();
        for (String tool : List.of("-- FLYWAY", "-- LIQUIBASE")) {
            expected.add(tool);
            expected.addAll(ofEach);
        }

        assertThat(Output.of(() -> SchemaExample.main(new String[0])))
                .filteredOn(line -> !line.startsWith("Running Changeset") && !line.startsWith("Liquibase:"))
                .isEqualTo(expected);
    }
}
