package dev.grapnel.benchmarks.workloads.measure;

import dev.grapnel.benchmarks.workloads.contract.Contestant;
import dev.grapnel.benchmarks.workloads.ground.Ground;
import dev.grapnel.benchmarks.workloads.job.Attempt;
import dev.grapnel.benchmarks.workloads.job.Sizes;
import dev.grapnel.benchmarks.workloads.job.Stage;
import dev.grapnel.benchmarks.workloads.job.Workload;
import dev.grapnel.benchmarks.workloads.measure.Figure.Measure;
import java.util.List;

/** How the time that a library needs for itself grows with the number of changes: the time of the flush without that of executing statements. */
final class Growth {
    private static final List<Integer> CHANGES = List.of(6_400, 12_800, 25_600, 51_200);
    private static final int WARM_UPS = 3;
    private static final int RUNS = 3;

    private final Contestant contestant;
    private final Ground ground;
    private final Report report;
    private final Statements statements;

    Growth(Contestant contestant, Ground ground, Report report, Statements statements) {
        this.contestant = contestant;
        this.ground = ground;
        this.report = report;
        this.statements = statements;
    }

    void measure() {
        report.guarding(Workload.W13.name(), () -> {
            // A library may allow its classes to be mapped once at a time, so a stage is closed before the next opens.
            try (Stage warming = stage(CHANGES.get(1))) {
                for (int at = 0; at < WARM_UPS; at++) {
                    run(warming, new Samples(), new Samples());
                }
            }
            for (int changes : CHANGES) {
                try (Stage stage = stage(changes)) {
                    measure(stage);
                }
            }
        });
    }

    private Stage stage(int changes) {
        return new Stage(contestant, ground, Sizes.STANDARD.withNodeChanges(changes));
    }

    private void measure(Stage stage) throws Exception {
        Samples all = new Samples();
        Samples own = new Samples();
        for (int at = 0; at < RUNS; at++) {
            run(stage, all, own);
        }
        String name = Workload.W13.name() + "/" + stage.sizes().nodeChanges();
        report.tell(name, Measure.MILLIS, all.millis());
        report.tell(name, Measure.OWN_MILLIS, own.millis());
    }

    private void run(Stage stage, Samples all, Samples own) throws Exception {
        try (Attempt attempt = Workload.W13.prepare(stage)) {
            System.gc();
            statements.clear();
            long began = System.nanoTime();
            attempt.run();
            long nanos = System.nanoTime() - began;
            all.add(nanos, 0);
            own.add(nanos - statements.nanos(), 0);
            attempt.check();
        }
    }
}
