package dev.grapnel.benchmarks.grapnel;

import dev.grapnel.benchmarks.workloads.contract.DatabaseKind;
import dev.grapnel.benchmarks.workloads.ground.RelationalGround;
import dev.grapnel.benchmarks.workloads.job.Attempt;
import dev.grapnel.benchmarks.workloads.job.Sizes;
import dev.grapnel.benchmarks.workloads.job.Stage;
import dev.grapnel.benchmarks.workloads.job.Workload;
import dev.grapnel.benchmarks.workloads.measure.Memory;
import dev.grapnel.benchmarks.workloads.measure.Statements;
import dev.grapnel.testkit.TestDatabases;

/** Grapnel on one small database, for one workload. */
final class Guarded implements AutoCloseable {
    private static final int WARM_UPS = 3;

    private final Statements statements = new Statements();
    private final Workload workload;
    private final RelationalGround ground;
    private final Stage stage;

    Guarded(DatabaseKind kind, Workload workload, boolean counting) {
        this.workload = workload;
        ground = RelationalGround.open(kind, url(kind), source -> counting ? statements.around(source) : source);
        stage = new Stage(new GrapnelContestant(), ground, Sizes.SMALL);
    }

    private static String url(DatabaseKind kind) {
        return kind == DatabaseKind.POSTGRESQL
                ? TestDatabases.POSTGRESQL.newUrl()
                : TestDatabases.H2.newUrl() + ";CASE_INSENSITIVE_IDENTIFIERS=TRUE;DATABASE_TO_LOWER=TRUE";
    }

    /** What the second run sends, as executions of statements / of them batches / sets of parameters. */
    String sent() throws Exception {
        allocated();
        allocated();
        return statements.executions() + " / " + statements.batches() + " / " + statements.parameterSets();
    }

    /** What a run allocates after some others, in bytes. */
    long allocatedWhenWarm() throws Exception {
        for (int run = 0; run < WARM_UPS; run++) {
            allocated();
        }
        return allocated();
    }

    private long allocated() throws Exception {
        try (Attempt attempt = workload.prepare(stage)) {
            statements.clear();
            long before = Memory.allocated();
            attempt.run();
            long bytes = Memory.allocated() - before;
            attempt.check();
            return bytes;
        }
    }

    @Override
    public void close() {
        stage.close();
        ground.close();
    }
}
