package dev.grapnel.benchmarks.workloads.measure;

import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import dev.grapnel.benchmarks.workloads.contract.Contestant;
import dev.grapnel.benchmarks.workloads.contract.Trial;
import dev.grapnel.benchmarks.workloads.ground.Ground;
import dev.grapnel.benchmarks.workloads.measure.Figure.Measure;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A million rows through one session: first the time, then, in a second run, what is held on the way, for which the collector runs all the time.
 */
final class Streaming {
    private static final String WORKLOAD = "W12";
    private static final int READINGS = 1_000_000;
    private static final int AMOUNTS = 100;
    private static final long PAUSE_MILLIS = 50;
    private static final double NANOS_IN_MILLI = 1e6;

    private final Contestant contestant;
    private final Report report;

    Streaming(Contestant contestant, Report report) {
        this.contestant = contestant;
        this.report = report;
    }

    void measure(Ground ground) {
        ground.fillReadings(READINGS);
        report.guarding(WORKLOAD, () -> {
            try (Trial trial = contestant.open(ground.database(), AuditMode.BY_HAND)) {
                long began = System.nanoTime();
                checked(trial.streamReadings());
                report.tell(WORKLOAD, Measure.MILLIS, (System.nanoTime() - began) / NANOS_IN_MILLI);
                long before = Memory.held();
                report.tell(WORKLOAD, Measure.PEAK, peak(trial) - before);
            }
        });
    }

    private static void checked(long sum) {
        long expected = 0;
        for (int key = 1; key <= READINGS; key++) {
            expected += key + key % AMOUNTS;
        }
        if (sum != expected) {
            throw new IllegalStateException("The sum over the stream is " + sum + " instead of " + expected + ".");
        }
    }

    private static long peak(Trial trial) throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Long> sum = thread.submit(trial::streamReadings);
            long peak = 0;
            while (!sum.isDone()) {
                peak = Math.max(peak, Memory.heldAfterOneCollection());
                Thread.sleep(PAUSE_MILLIS);
            }
            checked(sum.get());
            return peak;
        } finally {
            thread.shutdownNow();
        }
    }
}
