package dev.grapnel.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.conformance.compare.Tier;
import dev.grapnel.conformance.database.Databases;
import dev.grapnel.conformance.format.ScenarioFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A query for columns")
class ColumnsOfNullTest {
    private static final String SCENARIO = """
            {"format": 1, "area": "loading", "scenarios": [
              {"name": "null_column", "model": "shop",
               "data": {"users": [{"id": 1, "name": "ann", "nick": "a"}, {"id": 2, "name": "bob", "nick": null}]},
               "steps": [{"op": "query", "class": "User", "columns": ["id", "nick"]}],
               "expect": {"steps": [{"result": [[1, "a"], [2, null]], "sql": {"select": 1}}]}}]}
            """;

    @Test
    void givesNullWhereTheRowHasIt(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("scenarios.json"), SCENARIO);
        try (Databases databases = Databases.of("sqlite")) {
            Verdict verdict = new Judge(databases, Tier.STATEMENTS)
                    .verdict(ScenarioFiles.read(List.of(file)).get(0));

            assertThat(verdict.failure()).isNull();
            assertThat(verdict.outcome()).isNotNull();
            assertThat(verdict.outcome().at("/steps/0/result").toString()).isEqualTo("[[1,\"a\"],[2,null]]");
        }
    }
}
