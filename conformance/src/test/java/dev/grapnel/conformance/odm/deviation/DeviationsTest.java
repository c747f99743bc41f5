package dev.grapnel.conformance.odm.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grapnel.conformance.odm.format.OdmScenarioFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The deviations")
class DeviationsTest {

    private static final Path CORPUS = Path.of("src/test/resources/odm-corpus");
    private static final Path DIFFERENCES = Path.of("../docs/differences.md");

    private static Map<String, List<String>> shown() {
        Deviations deviations = Deviations.load();
        Map<String, List<String>> scenarios = new TreeMap<>();
        for (Path file : OdmScenarioFiles.find(List.of(CORPUS))) {
            JsonNode json = OdmScenarioFiles.read(file);
            String name = json.path("name").asText();
            deviations
                    .adapt(name, json.path("expected"))
                    .deviations()
                    .forEach(deviation -> scenarios
                            .computeIfAbsent(deviation, any -> new ArrayList<>())
                            .add(name));
        }
        return scenarios;
    }

    @Test
    void nameTheScenariosThatShowThem() {
        Map<String, List<String>> named = new TreeMap<>();
        Deviations.load().all().forEach(deviation -> named.put(deviation.name(), deviation.scenarios()));

        assertThat(named).isEqualTo(shown());
    }

    @Test
    void standInTheListOfDifferences() throws IOException {
        String differences = Files.readString(DIFFERENCES);

        assertThat(Deviations.load().all())
                .allSatisfy(deviation -> assertThat(differences).contains("`" + deviation.name() + "`"));
    }

    @Test
    void leaveTheRecordedOutcomeAsItIs() {
        JsonNode json = OdmScenarioFiles.read(CORPUS.resolve("012-flush-order-after-query.json"));
        JsonNode before = json.deepCopy();
        Deviations.load().adapt("flush-order-after-query", json.path("expected"));

        assertThat(json).isEqualTo(before);
    }
}
