package dev.grapnel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is said of documents is kept and tested, or named as a difference. */
@DisplayName("Statements of docs/spec/odm.md")
class DocumentStatementTest {

    private static SortedSet<String> tested() {
        SortedSet<String> tested = new TreeSet<>();
        TestSources.taggedTests().forEach(test -> tested.addAll(test.statements()));
        return tested;
    }

    @Test
    void haveATestEachUnlessTheyAreKeptOtherwise() {
        SortedSet<String> untested = new TreeSet<>(DocumentStatements.all());
        untested.removeAll(tested());
        untested.removeAll(DocumentStatements.keptOtherwise());

        assertThat(untested)
                .as("statements that no test carries as a tag ODM-…, and docs/differences.md does not name")
                .isEmpty();
    }

    @Test
    void areTheOnlyOnesThatTestsName() {
        assertThat(DocumentStatements.all()).hasSizeGreaterThan(100).containsAll(tested());
    }
}
