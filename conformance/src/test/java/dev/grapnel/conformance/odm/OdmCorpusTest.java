package dev.grapnel.conformance.odm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.conformance.odm.database.MemoryServer;
import dev.grapnel.conformance.odm.format.OdmScenarioFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The public corpus of the document format")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OdmCorpusTest {

    private static final Path CORPUS = Path.of("src/test/resources/odm-corpus");
    private static final Path EXPECTED_FAILURES = Path.of("src/test/resources/odm-expected-failures.txt");

    private final MemoryServer server = MemoryServer.start();
    private final OdmJudge judge = new OdmJudge(server);
    private Map<String, String> expected = Map.of();

    @BeforeAll
    void readTheList() throws IOException {
        expected = expectedFailures();
    }

    @AfterAll
    void stopTheServer() {
        server.close();
    }

    static Stream<Path> files() {
        return OdmScenarioFiles.find(List.of(CORPUS)).stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void failsExactlyWhereItIsExpectedTo(Path file) {
        OdmVerdict verdict = judge.verdict(file);

        assertThat(verdict.reason())
                .as(verdict.passed() ? "it passes: take it off the list" : "it fails and is not on the list")
                .isEqualTo(expected.getOrDefault(verdict.name(), ""));
    }

    @Test
    void isNotShorterThanTheListOfExpectedFailures() {
        List<String> names = files().map(
                        file -> OdmScenarioFiles.read(file).path("name").asText())
                .toList();

        assertThat(names).hasSize(135).containsAll(expected.keySet());
    }

    private static Map<String, String> expectedFailures() throws IOException {
        Map<String, String> byName = new HashMap<>();
        for (String line : Files.readAllLines(EXPECTED_FAILURES)) {
            String[] parts = line.split("#", 2);
            assertThat(parts)
                    .as("line '%s' names the scenario and what is wrong", line)
                    .hasSize(2);
            byName.put(parts[0].strip(), parts[1].strip());
        }
        return byName;
    }
}
