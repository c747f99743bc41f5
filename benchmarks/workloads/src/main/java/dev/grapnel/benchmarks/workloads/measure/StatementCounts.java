package dev.grapnel.benchmarks.workloads.measure;

import dev.grapnel.benchmarks.workloads.contract.Contestant;
import dev.grapnel.benchmarks.workloads.ground.Ground;
import dev.grapnel.benchmarks.workloads.job.Attempt;
import dev.grapnel.benchmarks.workloads.job.Sizes;
import dev.grapnel.benchmarks.workloads.job.Stage;
import dev.grapnel.benchmarks.workloads.job.Workload;
import dev.grapnel.benchmarks.workloads.measure.Figure.Measure;

/** How many statements the measured part of a workload sends, in its second run: the first may have to ask for what is known later. */
final class StatementCounts {
    private final Stage stage;
    private final Report report;
    private final Statements statements;

    StatementCounts(Contestant contestant, Ground ground, Report report, Statements statements) {
        stage = new Stage(contestant, ground, Sizes.STANDARD);
        this.report = report;
        this.statements = statements;
    }

    void count(Workload workload) {
        report.guarding(workload.name(), () -> {
            once(workload);
            once(workload);
            report.tell(workload.name(), Measure.EXECUTIONS, statements.executions());
            report.tell(workload.name(), Measure.BATCHES, statements.batches());
            report.tell(workload.name(), Measure.PARAMETER_SETS, statements.parameterSets());
        });
    }

    private void once(Workload workload) throws Exception {
        try (Attempt attempt = workload.prepare(stage)) {
            statements.clear();
            attempt.run();
            // The check goes its own way to the database.
            attempt.check();
        }
    }
}
