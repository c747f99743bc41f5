package dev.grapnel.benchmarks.comparison.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.benchmarks.comparison.result.Entry;
import dev.grapnel.benchmarks.comparison.result.Results;
import dev.grapnel.benchmarks.workloads.measure.Figure;
import dev.grapnel.benchmarks.workloads.measure.Figure.Measure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportTest {
    private static final Results RESULTS = new Results(
            Map.of("Machine", "small"),
            List.of(
                    entry("jdbc", 1, "W1", Measure.MILLIS, 10),
                    entry("grapnel", 1, "W1", Measure.MILLIS, 12),
                    entry("jdbc", 2, "W1", Measure.MILLIS, 20),
                    entry("grapnel", 2, "W1", Measure.MILLIS, 36),
                    entry("jdbc", 1, "W1", Measure.EXECUTIONS, 11),
                    entry("jdbc", 1, "W1", Measure.PARAMETER_SETS, 10_001),
                    entry("grapnel", 1, "W9_INSERT", Measure.MILLIS, 100),
                    entry("grapnel", 1, "W9_INSERT_HOOKS", Measure.MILLIS, 104),
                    entry("grapnel", 1, "W13/100", Measure.OWN_MILLIS, 5),
                    entry("grapnel", 1, "W13/800", Measure.OWN_MILLIS, 44),
                    new Entry(
                            "H2",
                            "hibernate",
                            1,
                            new Figure("W1", Measure.DECLINED, 0, 0, "It has no words for this."))));

    private static Entry entry(String contestant, int round, String workload, Measure measure, double value) {
        return new Entry("H2", contestant, round, new Figure(workload, measure, 0, value, ""));
    }

    @TempDir
    Path folder;

    private String page() throws Exception {
        new Report(RESULTS).write(folder);
        return Files.readString(folder.resolve("comparison.md"));
    }

    @Test
    void timesAreMediansAndRatiosMediansOfTheRounds() throws Exception {
        assertThat(page()).contains("| W1 | 15.0 | 24.0 (1.50) | not possible | 2.00 |");
    }

    @Test
    void ratiosAreTakenWithinATurn() throws Exception {
        Results turns = new Results(
                Map.of(),
                List.of(
                        inTurn("jdbc", 1, 10),
                        inTurn("grapnel", 1, 12),
                        inTurn("jdbc", 2, 30),
                        inTurn("grapnel", 2, 39),
                        inTurn("jdbc", 3, 10),
                        inTurn("grapnel", 3, 11)));
        new Report(turns).write(folder);

        assertThat(folder.resolve("comparison.md")).content().contains("| W1 | 10.0 | 12.0 (1.20) | 2.00 |");
    }

    private static Entry inTurn(String contestant, int turn, double value) {
        return new Entry("H2", contestant, 1, new Figure("W1", Measure.MILLIS, turn, value, ""));
    }

    @Test
    void whatHooksCostIsARatioToTheSameWithoutThem() throws Exception {
        assertThat(page()).contains("| W9 insert | – | 1.04 | – |");
    }

    @Test
    void growthIsOneIfTimeGrowsAsTheChangesDo() throws Exception {
        assertThat(page()).contains("| time of 800 / (8 × time of 100) | – | 1.10 | – |");
    }

    @Test
    void whoHasNoFigureHasAReason() throws Exception {
        assertThat(page()).contains("### Without a figure\n\n* Hibernate, W1: It has no words for this.\n");
    }

    @Test
    void tablesWithoutARowAreLeftOut() throws Exception {
        assertThat(page()).doesNotContain("(W12)").doesNotContain("Allocated");
    }

    @Test
    void plotsAreDrawnAndShown() throws Exception {
        assertThat(page()).contains("](h2-time.svg)").contains("](h2-growth.svg)");
        assertThat(folder.resolve("h2-time.svg")).content().contains("<svg").contains("Grapnel");
    }

    @Test
    void documentsAreComparedWithTheBareDriver() throws Exception {
        new Report(new Results(
                        Map.of(),
                        List.of(
                                documents("mongodb-driver", Measure.MILLIS, 10),
                                documents("grapnel", Measure.MILLIS, 12),
                                documents("grapnel", Measure.EXECUTIONS, 3),
                                documents("grapnel", Measure.PARAMETER_SETS, 3_000))))
                .write(folder);

        assertThat(Files.readString(folder.resolve("comparison.md")))
                .contains("how many times that of the bare driver with mapping by hand")
                .contains("|  | bare driver | Grapnel | aim |")
                .contains("| W1 | 10.0 | 12.0 (1.20) | 1.30 |")
                .contains("### Commands sent by one run")
                .contains("| W1 | – | 3 / 3,000 |");
    }

    private static Entry documents(String contestant, Measure measure, double value) {
        return new Entry("MONGODB", contestant, 1, new Figure("W1", measure, 0, value, ""));
    }

    @Test
    void resultsAreReadAsTheyWereWritten() {
        Path file = folder.resolve("results.json");
        RESULTS.write(file);

        assertThat(Results.read(file)).isEqualTo(RESULTS);
    }
}
