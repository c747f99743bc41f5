package dev.grapnel.benchmarks.workloads.measure;

import dev.grapnel.benchmarks.workloads.contract.Contestant;
import dev.grapnel.benchmarks.workloads.ground.Ground;
import dev.grapnel.benchmarks.workloads.job.Sizes;
import dev.grapnel.benchmarks.workloads.job.Stage;
import dev.grapnel.benchmarks.workloads.job.Workload;
import dev.grapnel.benchmarks.workloads.measure.Figure.Measure;
import java.time.Duration;
import java.util.List;

/** Time and allocation of workloads, medians of their runs. */
final class Times {
    private final Clock clock;
    private final Report report;

    Times(Contestant contestant, Ground ground, Report report, Duration warmUp, Duration measure) {
        clock = new Clock(new Stage(contestant, ground, Sizes.STANDARD), warmUp, measure);
        this.report = report;
    }

    void measure(List<Workload> group) {
        report.guarding(
                group.get(0).name(),
                () -> clock.run(group).forEach((workload, samples) -> {
                    report.tell(workload.name(), Measure.MILLIS, samples.millis());
                    // What other threads allocate is not seen.
                    if (workload != Workload.W6_TWO) {
                        report.tell(workload.name(), Measure.ALLOCATED, samples.bytes());
                    }
                }));
    }
}
