package dev.grapnel.benchmarks.workloads.measure;

import dev.grapnel.benchmarks.workloads.job.Attempt;
import dev.grapnel.benchmarks.workloads.job.Stage;
import dev.grapnel.benchmarks.workloads.job.Workload;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Runs workloads to warm up, until the JVM has compiled them, and to measure. Those of a group take turns, run by run. Each run is checked. */
final class Clock {
    private static final int LEAST_WARM_UPS = 4;

    private final Stage stage;

    Clock(Stage stage) {
        this.stage = stage;
    }

    /** Runs them for this long at least, and until little is compiled. */
    void warmUp(List<Workload> group, Duration time) throws Exception {
        stage.written();
        runUntil(WarmUp.of(time)::isOver, LEAST_WARM_UPS, samples(group));
        System.gc();
    }

    /** Runs them for this long. Before that once unmeasured, since others have had the processors' caches, and the tables, meanwhile. */
    Map<Workload, Samples> measure(List<Workload> group, Duration time) throws Exception {
        stage.written();
        runUntil(() -> true, 1, samples(group));
        Map<Workload, Samples> samples = samples(group);
        long end = System.nanoTime() + time.toNanos();
        runUntil(() -> System.nanoTime() - end >= 0, 1, samples);
        return samples;
    }

    private static Map<Workload, Samples> samples(List<Workload> group) {
        Map<Workload, Samples> samples = new EnumMap<>(Workload.class);
        group.forEach(workload -> samples.put(workload, new Samples()));
        return samples;
    }

    private void runUntil(BooleanSupplier over, int least, Map<Workload, Samples> samples) throws Exception {
        for (int runs = 0; runs < least || !over.getAsBoolean(); runs++) {
            for (Map.Entry<Workload, Samples> entry : samples.entrySet()) {
                once(entry.getKey(), entry.getValue());
            }
        }
    }

    private void once(Workload workload, Samples samples) throws Exception {
        try (Attempt attempt = workload.prepare(stage)) {
            long bytes = Memory.allocated();
            long nanos = System.nanoTime();
            attempt.run();
            samples.add(System.nanoTime() - nanos, Memory.allocated() - bytes);
            attempt.check();
        }
    }
}
