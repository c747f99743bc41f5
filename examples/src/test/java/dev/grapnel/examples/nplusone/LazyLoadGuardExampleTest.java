package dev.grapnel.examples.nplusone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.examples.Output;
import java.util.List;
import org.junit.jupiter.api.Test;

class LazyLoadGuardExampleTest {

    @Test
    void theGuardFindsTheListThatReadsAuthorsOneByOne() {
        List<String> lines = Output.of(() -> LazyLoadGuardExample.main(new String[0]));

        assertThat(lines.subList(0, 6))
                .containsExactly(
                        "without a guard:",
                        "Emma by Jane Austen",
                        "Middlemarch by George Eliot",
                        "Orlando by Virginia Woolf",
                        "under a guard:",
                        "Emma by Jane Austen");
        assertThat(lines.get(6))
                .startsWith(
                        "the guard says: Book.author was loaded by a statement of its own more often than the 1 time allowed.");
        assertThat(lines.subList(7, lines.size()))
                .containsExactly(
                        "mended, under a guard that allows none:",
                        "Emma by Jane Austen",
                        "Middlemarch by George Eliot",
                        "Orlando by Virginia Woolf");
    }
}
