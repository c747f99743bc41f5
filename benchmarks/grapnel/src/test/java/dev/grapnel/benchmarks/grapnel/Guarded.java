package dev.grapnel.benchmarks.grapnel;

import dev.grapnel.benchmarks.workloads.ground.Ground;
import dev.grapnel.benchmarks.workloads.ground.Traffic;
import dev.grapnel.benchmarks.workloads.job.Attempt;
import dev.grapnel.benchmarks.workloads.job.Sizes;
import dev.grapnel.benchmarks.workloads.job.Stage;
import dev.grapnel.benchmarks.workloads.job.Workload;
import dev.grapnel.benchmarks.workloads.measure.Memory;
import dev.grapnel.benchmarks.workloads.measure.Statements;
import java.util.function.Function;

/** Grapnel on one small database, for one workload. */
final class Guarded implements AutoCloseable {
    private static final int WARM_UPS = 3;

    private final Statements statements = new Statements();
    private final Workload workload;
    private final Ground ground;
    private final Stage stage;

    private Guarded(Workload workload, boolean counting, Function<Traffic, Ground> ground) {
        this.workload = workload;
        this.ground = ground.apply(counting ? statements : Traffic.UNSEEN);
        stage = new Stage(new GrapnelContestant(), this.ground, Sizes.SMALL);
    }

    /** What the second run sends, as executions of statements or commands / of them batches / sets of parameters or documents. */
    static String sent(Workload workload, Function<Traffic, Ground> ground) throws Exception {
        try (Guarded guarded = new Guarded(workload, true, ground)) {
            guarded.allocated();
            guarded.allocated();
            Statements sent = guarded.statements;
            return sent.executions() + " / " + sent.batches() + " / " + sent.parameterSets();
        }
    }

    /** What a run allocates after some others, in kilobytes. */
    static long allocatedWhenWarm(Workload workload, Function<Traffic, Ground> ground) throws Exception {
        try (Guarded guarded = new Guarded(workload, false, ground)) {
            for (int run = 0; run < WARM_UPS; run++) {
                guarded.allocated();
            }
            return guarded.allocated() / 1_000;
        }
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
