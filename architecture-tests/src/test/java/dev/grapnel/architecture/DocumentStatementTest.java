package dev.grapnel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is said of documents is kept or repaired, and tested, or follows from Java in another way. */
@DisplayName("Statements of docs/spec/odm.md")
class DocumentStatementTest {

    private static SortedSet<String> tested() {
        SortedSet<String> tested = new TreeSet<>();
        TestSources.taggedTests().forEach(test -> tested.addAll(test.statements()));
        return tested;
    }

    @Test
    void haveATestEachUnlessJavaAnswersThemInAnotherWay() {
        SortedSet<String> untested = new TreeSet<>(DocumentStatements.all());
        untested.removeAll(tested());
        untested.removeAll(DocumentStatements.ofJava());

        assertThat(untested)
                .as(
                        "statements that no test carries as a tag ODM-…, and that docs/differences.md does not name as following from Java")
                .isEmpty();
    }

    @Test
    void areTheOnlyOnesThatTestsName() {
        assertThat(DocumentStatements.all()).hasSizeGreaterThan(100).containsAll(tested());
    }
}
