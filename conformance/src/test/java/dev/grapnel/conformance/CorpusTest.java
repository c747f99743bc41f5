package dev.grapnel.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.conformance.compare.Tier;
import dev.grapnel.conformance.database.Databases;
import dev.grapnel.conformance.format.ScenarioFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The public corpus")
class CorpusTest {

    private static final Path CORPUS = Path.of("src/test/resources/corpus");
    private static final Path EXPECTED_FAILURES = Path.of("src/test/resources/expected-failures.txt");
    private static final Path OTHER_NUMBERS = Path.of("src/test/resources/other-numbers-of-statements.txt");

    /** The corpus is run once on each database. */
    private static final Map<String, List<Verdict>> VERDICTS = new ConcurrentHashMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2", "postgresql"})
    void failsExactlyWhereItIsExpectedTo(String database) throws IOException {
        Map<String, String> expected = expectedFailures(database);
        List<String> surprises = new ArrayList<>();
        for (Verdict verdict : verdicts(database)) {
            boolean listed = expected.remove(verdict.scenario().name()) != null;
            if (listed == verdict.passed()) {
                surprises.add(surprise(verdict));
            }
        }
        expected.keySet().forEach(name -> surprises.add(name + " is on the list and not in the corpus"));

        assertThat(surprises).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2", "postgresql"})
    void sendsNoMoreSelectsThanTheReference(String database) {
        assertThat(differences(database).filter(StatementCounts.Difference::isOneMoreSelect))
                .extracting(StatementCounts.Difference::line)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2", "postgresql"})
    void sendsOtherNumbersOfStatementsOnlyWhereTheyAreListed(String database) throws IOException {
        assertThat(differences(database).map(StatementCounts.Difference::line))
                .containsExactlyInAnyOrderElementsOf(
                        listed(OTHER_NUMBERS, database).keySet());
    }

    /** Scenarios that fail were cut short or went another way, so that numbers say nothing. */
    private static Stream<StatementCounts.Difference> differences(String database) {
        return verdicts(database).stream()
                .filter(Verdict::passed)
                .flatMap(verdict -> StatementCounts.differences(verdict).stream());
    }

    private static List<Verdict> verdicts(String database) {
        return VERDICTS.computeIfAbsent(database, CorpusTest::run);
    }

    private static List<Verdict> run(String database) {
        try (Databases databases = Databases.of(database)) {
            Judge judge = new Judge(databases, Tier.BEHAVIOUR);
            return ScenarioFiles.read(List.of(CORPUS)).stream()
                    .map(judge::verdict)
                    .toList();
        }
    }

    private static String surprise(Verdict verdict) {
        String name = verdict.scenario().name();
        return verdict.passed()
                ? name + " passes now: take it off the list"
                : name + " fails and is not on the list: " + verdict.reason();
    }

    private static Map<String, String> expectedFailures(String database) throws IOException {
        return listed(EXPECTED_FAILURES, database);
    }

    /** A line may end its name with {@code on DATABASE}, where only that one is meant. */
    private static Map<String, String> listed(Path file, String database) throws IOException {
        Map<String, String> byName = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split("#", 2);
            assertThat(parts)
                    .as("line '%s' names the scenario and what is missing", line)
                    .hasSize(2);
            String[] name = parts[0].strip().split(" on ", 2);
            if (name.length == 1 || name[1].equals(database)) {
                byName.put(name[0], parts[1].strip());
            }
        }
        return byName;
    }
}
