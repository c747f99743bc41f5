package dev.grapnel.benchmarks.comparison.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.benchmarks.workloads.contract.DatabaseKind;
import dev.grapnel.benchmarks.workloads.job.Workload;
import dev.grapnel.benchmarks.workloads.measure.Measuring.Task;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PlanTest {
    private static final ContestantModule RELATIONAL =
            new ContestantModule("relational", "", EnumSet.of(DatabaseKind.H2));
    private static final ContestantModule BOTH =
            new ContestantModule("both", "", EnumSet.of(DatabaseKind.H2, DatabaseKind.MONGODB));

    private static Plan plan(DatabaseKind kind, int rounds) {
        return new Plan(
                Map.of(kind, "url"),
                List.of(RELATIONAL, BOTH),
                EnumSet.allOf(Workload.class),
                EnumSet.allOf(Task.class),
                rounds,
                Duration.ofMillis(20),
                Duration.ofMillis(10));
    }

    private static List<Step> steps(Plan plan) {
        return plan.heats().stream().flatMap(List::stream).toList();
    }

    @Test
    void contestantsRunInEachRound() {
        assertThat(steps(plan(DatabaseKind.H2, 2)))
                .filteredOn(step -> step.task() == Task.TIMES)
                .extracting(step -> step.round() + " " + step.contestant())
                .containsExactly("1 relational", "1 both", "2 relational", "2 both");
    }

    @Test
    void onlyThoseWhoseTimesAreComparedAreAliveTogether() {
        assertThat(plan(DatabaseKind.H2, 2).heats())
                .allSatisfy(heat -> assertThat(heat).hasSize(heat.get(0).task() == Task.TIMES ? 2 : 1));
    }

    @Test
    void nobodyIsAskedForWhatHeDoesNotKnow() {
        assertThat(steps(plan(DatabaseKind.MONGODB, 1)))
                .extracting(Step::contestant)
                .containsOnly("both");
    }

    @Test
    void documentsAreNotStreamedAndHaveNoTrees() {
        assertThat(steps(plan(DatabaseKind.MONGODB, 1)))
                .extracting(Step::task)
                .containsExactly(Task.TIMES, Task.STATEMENTS, Task.START);
    }

    @Test
    void aDocumentServerIsWarmedUpByWhoIsFirst() {
        assertThat(plan(DatabaseKind.MONGODB, 3).warmUps()).singleElement().satisfies(step -> {
            assertThat(step.contestant()).isEqualTo("both");
            assertThat(step.task()).isEqualTo(Task.TIMES);
            assertThat(step.arguments()).contains("W1").doesNotContain("W13");
        });
        assertThat(plan(DatabaseKind.H2, 3).warmUps()).isEmpty();
    }
}
