package dev.grapnel.benchmarks.comparison.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.benchmarks.workloads.contract.DatabaseKind;
import dev.grapnel.benchmarks.workloads.ground.RelationalGround;
import dev.grapnel.benchmarks.workloads.measure.Figure;
import dev.grapnel.benchmarks.workloads.measure.Figure.Measure;
import dev.grapnel.benchmarks.workloads.measure.Measuring.Task;
import dev.grapnel.benchmarks.workloads.measure.Turn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JDBC by hand against itself: in round 1 and 2, so that one can be told from the other. */
final class HeatTest {
    private final List<String> turns = new ArrayList<>();
    private final List<Figure> figures = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    Path folder;

    private static Step step(int round, String contestant, String... workloads) {
        List<String> arguments = new ArrayList<>(List.of("20", "60"));
        arguments.addAll(List.of(workloads));
        return new Step(round, DatabaseKind.H2, RelationalGround.H2_URL, contestant, Task.TIMES, arguments);
    }

    private void run(Duration limit, Step... steps) throws Exception {
        try (Heat heat = new Heat(limit, (step, turn) -> turns.add(turn.place() + " of " + step.round()))) {
            heat.run(List.of(steps), this::start);
        }
    }

    private ContestantProcess start(Step step) {
        ContestantModule module = new ContestantModule(
                step.contestant(), System.getProperty("java.class.path"), EnumSet.of(DatabaseKind.H2));
        return ContestantProcess.start(module, step, folder.resolve("log"), figures::add);
    }

    @Test
    void contestantsDoTheSameOneAfterTheOther() throws Exception {
        run(Duration.ofMinutes(1), step(1, "jdbc", "W3", "W6"), step(2, "jdbc", "W3", "W6"));

        List<String> expected = new ArrayList<>();
        for (int place = 0; place < 2 * (1 + Turn.OF_A_WORKLOAD); place++) {
            expected.add(place + " of 1");
            expected.add(place + " of 2");
        }
        assertThat(turns).isEqualTo(expected);
    }

    @Test
    void eachTurnHasItsFigures() throws Exception {
        run(Duration.ofMinutes(1), step(1, "jdbc", "W3"));

        assertThat(figures)
                .filteredOn(figure -> figure.measure() == Measure.MILLIS)
                .extracting(Figure::turn)
                .containsExactly(1, 2, 3, 4, 5);
        assertThat(figures).allSatisfy(figure -> assertThat(figure.value()).isPositive());
    }

    @Test
    void whoFailsIsToldAndTheOthersGoOn() throws Exception {
        run(Duration.ofMinutes(1), step(1, "nobody", "W3"), step(2, "jdbc", "W3"));

        assertThat(figures)
                .filteredOn(figure -> figure.measure() == Measure.FAILED)
                .extracting(Figure::remark)
                .containsExactly("its JVM ended with 1");
        assertThat(turns).hasSize(1 + Turn.OF_A_WORKLOAD).allMatch(turn -> turn.endsWith("of 2"));
    }

    @Test
    void whoTakesTooLongIsEnded() throws Exception {
        run(Duration.ZERO, step(1, "jdbc", "W3"));

        assertThat(figures).extracting(Figure::remark).containsExactly("took too long");
    }
}
