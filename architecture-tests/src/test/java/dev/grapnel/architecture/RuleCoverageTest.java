package dev.grapnel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rules of the specification are the definition of done, and a rule is done when a test proves it. */
@DisplayName("Rules of docs/spec")
class RuleCoverageTest {

    /** The families of which every rule has its test. One that is added here cannot fall back. */
    private static final Set<String> COMPLETE = Set.of("A", "E", "G", "I", "L", "M", "N", "Q", "S", "T", "X");

    private static final int MOST_RULES_OF_ONE_TEST = 3;

    private static final SortedSet<Rule> RULES = Specification.rules();
    private static final Map<Rule, String> NOT_APPLICABLE = Specification.notApplicable();
    private static final List<TaggedTest> TAGGED = TestSources.taggedTests();

    private final RuleReport report = RuleReport.of(RULES, TAGGED, NOT_APPLICABLE);

    @Test
    void haveATestEachInTheFamiliesThatAreComplete() {
        assertThat(COMPLETE)
                .isSubsetOf(report.families())
                .allSatisfy(family -> assertThat(report.missingIn(family))
                        .as("rules of the complete family %s that no test method carries as a tag", family)
                        .isEmpty());
    }

    @Test
    void areTheOnlyOnesThatTestsName() {
        List<String> wrong = TAGGED.stream()
                .filter(test -> !RULES.containsAll(test.rules())
                        || test.rules().size() + test.statements().size()
                                < test.tags().size())
                .map(TaggedTest::toString)
                .toList();

        assertThat(wrong)
                .as("tests with a tag that is no rule of docs/spec, or twice the same one")
                .isEmpty();
    }

    @Test
    void areAtMostThreeForOneTest() {
        List<String> wrong = TAGGED.stream()
                .filter(test -> test.rules().size() > MOST_RULES_OF_ONE_TEST)
                .map(TaggedTest::toString)
                .toList();

        assertThat(wrong)
                .as("tests that claim to prove more than %s rules, instead of one behaviour", MOST_RULES_OF_ONE_TEST)
                .isEmpty();
    }

    @Test
    void areExcusedOnlyWhereTheyExistAndHaveNoTest() {
        List<Rule> superfluous = NOT_APPLICABLE.keySet().stream()
                .filter(rule ->
                        !RULES.contains(rule) || !report.tests().get(rule).isEmpty())
                .toList();

        assertThat(superfluous)
                .as("lines of rules-not-applicable.txt for rules that have a test, or do not exist")
                .isEmpty();
    }

    @Test
    void areReportedWithTheirTests() throws IOException {
        Path page = SourceTree.root().resolve("architecture-tests/target/rules.md");
        Files.createDirectories(page.getParent());
        Files.writeString(page, report.toMarkdown());
        System.out.println(report.summary() + "\nAll rules and their tests: " + page);

        assertThat(page).content().contains("| E-1 | `");
    }
}
