package dev.grapnel.benchmarks.workloads.measure;

import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import dev.grapnel.benchmarks.workloads.contract.Contestant;
import dev.grapnel.benchmarks.workloads.contract.Prepared;
import dev.grapnel.benchmarks.workloads.contract.Trial;
import dev.grapnel.benchmarks.workloads.ground.Ground;
import dev.grapnel.benchmarks.workloads.ground.Rows;
import dev.grapnel.benchmarks.workloads.job.Sizes;
import dev.grapnel.benchmarks.workloads.measure.Figure.Measure;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/** The time from the start of the JVM to the first saved object, and then what 10,000 loaded objects hold. Only once in a JVM. */
final class Start {
    private static final String WORKLOAD = "W11";

    private final Contestant contestant;
    private final Report report;

    Start(Contestant contestant, Report report) {
        this.contestant = contestant;
        this.report = report;
    }

    void measure(Supplier<Ground> maker) {
        report.guarding(WORKLOAD, () -> {
            long began = ManagementFactory.getRuntimeMXBean().getStartTime();
            // Opening the database and the pool is part of it.
            Ground ground = maker.get();
            try (Trial trial = contestant.open(ground.database(), AuditMode.BY_HAND)) {
                trial.insertProducts(Rows.products(1));
                report.tell(WORKLOAD, Measure.FIRST_SAVED, System.currentTimeMillis() - began);
                retained(ground, trial);
            }
        });
    }

    private void retained(Ground ground, Trial trial) throws Exception {
        ground.empty();
        ground.fillProducts("product", Rows.products(Sizes.STANDARD.products()));
        // Whatever is kept for good comes with the first time.
        trial.flushUnchanged(1).close();
        long before = Memory.held();
        try (Prepared loaded = trial.flushUnchanged(1)) {
            report.tell(WORKLOAD, Measure.RETAINED, Memory.held() - before);
            loaded.run();
        }
    }
}
