package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.flush.explain.FlushExplanation;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.testkit.RecordedStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The explanation of the flush of many random changes, beside what the flush then wrote. */
@EveryDatabase
@DisplayName("The explanation of a flush of a random graph on")
class ExplainRandomGraphTest extends DatabaseTest {
    ExplainRandomGraphTest() {
        super(RandomGraph.classes());
    }

    /** A table for each row, in order, as {@code UPDATE author}. */
    private static List<String> rows(FlushExplanation explanation) {
        return explanation.rows().stream()
                .map(row -> row.kind() + " " + row.place().toLowerCase(Locale.ROOT))
                .toList();
    }

    private List<String> written() {
        List<String> rows = new ArrayList<>();
        for (RecordedStatement statement : statements.statements()) {
            if (statement.kind() != StatementKind.SELECT) {
                rows.addAll(Collections.nCopies(statement.parameterSets(), statement.kind() + " " + statement.table()));
            }
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void namesTheRowsTheFlushWritesInTheirOrder(long seed) {
        RandomGraph graph = new RandomGraph(seed, true);
        elsewhere(graph::fill);
        graph.change(session);

        FlushExplanation explanation = session.explainFlush();
        statements.clear();
        session.flush();

        assertThat(explanation.openQuestions()).isEmpty();
        assertThat(rows(explanation)).containsExactlyElementsOf(written());
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30})
    void namesAllRowsThatFollowFromWhatIsInMemory(long seed) {
        RandomGraph graph = new RandomGraph(seed, false);
        elsewhere(graph::fill);
        graph.change(session);

        FlushExplanation explanation = session.explainFlush();
        statements.clear();
        session.flush();

        List<String> written = new ArrayList<>(written());
        for (String row : rows(explanation)) {
            assertThat(written.remove(row))
                    .as("%s was written%n%s", row, explanation)
                    .isTrue();
        }
        assertThat(explanation.isComplete() && !written.isEmpty())
                .as("rows written though all was known: %s%n%s", written, explanation)
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void changesNothing(long seed) {
        RandomGraph graph = new RandomGraph(seed, false);
        elsewhere(graph::fill);
        graph.change(session);
        Set<Object> dirty = Set.copyOf(session.dirty());
        List<Object> pending = List.copyOf(session.newObjects());
        statements.clear();
        events.sessions(session).mappers().instances().attributes(RandomGraph.classes());

        FlushExplanation first = session.explainFlush();
        FlushExplanation second = session.explainFlush();

        statements.assertNone();
        events.assertTimeline();
        assertThat(Set.copyOf(session.dirty())).isEqualTo(dirty);
        assertThat(session.newObjects()).containsExactlyElementsOf(pending);
        assertThat(second).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void givesAReasonForEachRowAndOnlyEarlierRowsAsDependencies(long seed) {
        RandomGraph graph = new RandomGraph(seed, true);
        elsewhere(graph::fill);
        graph.change(session);

        assertThat(session.explainFlush().rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.reasons()).isNotEmpty();
            assertThat(row.dependencies())
                    .allSatisfy(earlier -> assertThat(earlier.on()).isLessThan(row.number()));
        });
    }
}
