package dev.grapnel.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The report about rules")
class RuleReportTest {

    private final RuleReport report = RuleReport.of(
            new TreeSet<>(List.of(Rule.of("Z-1"), Rule.of("Z-2"), Rule.of("Z-10"), Rule.of("Y-1"))),
            List.of(new TaggedTest("One.proves", List.of("Z-1", "Y-1")), new TaggedTest("Two.proves", List.of("Z-1"))),
            Map.of(Rule.of("Z-2"), "no such thing"));

    @Test
    void countsARuleAsMissingThatHasNeitherTestNorExcuse() {
        assertThat(report.missing()).containsExactly(Rule.of("Z-10"));
        assertThat(report.missingIn("Y")).isEmpty();
    }

    @Test
    void saysForEachFamilyHowManyAreMissing() {
        assertThat(report.summary()).isEqualTo("Z: 1 of 3 rules have no test: Z-10");
    }

    @Test
    void hasARowForEachRuleInTheOrderOfNumbers() {
        assertThat(report.toMarkdown()).endsWith("""
                        | Y-1 | `One.proves` |
                        | Z-1 | `One.proves`<br>`Two.proves` |
                        | Z-2 | not applicable: no such thing |
                        | Z-10 | **none** |
                        """);
    }

    @Test
    void takesNothingElseForARule() {
        assertThat(Rule.isNumber("slow")).isFalse();
        assertThatThrownBy(() -> Rule.of("slow")).hasMessage("Not a rule number: 'slow'. One looks like A-12.");
    }

    @Test
    void findsTheRulesOfListsAndOfTables() {
        assertThat(Specification.rules()).contains(Rule.of("A-1"), Rule.of("T-32"), Rule.of("X-4"), Rule.of("U-41"));
    }

    @Test
    void seesTheTagsOfMethodsThatRun() {
        assertThat(TestSources.taggedTests())
                .contains(new TaggedTest(
                        "ListenerOrderTest.OnOneTarget.firstRunsBeforeTheListenersAlreadyThere", List.of("E-22")));
    }
}
