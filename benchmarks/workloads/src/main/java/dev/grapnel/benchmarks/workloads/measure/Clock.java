package dev.grapnel.benchmarks.workloads.measure;

import dev.grapnel.benchmarks.workloads.job.Attempt;
import dev.grapnel.benchmarks.workloads.job.Stage;
import dev.grapnel.benchmarks.workloads.job.Workload;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Runs workloads to warm up, until the JVM has compiled them, and for some stretches to measure. Those of a group take turns, run by run. Each run is
 * checked.
 */
final class Clock {
    private static final int LEAST_RUNS = 4;
    private static final int STRETCHES = 4;

    private final Stage stage;
    private final Duration warmUp;
    private final Duration measure;

    Clock(Stage stage, Duration warmUp, Duration measure) {
        this.stage = stage;
        this.warmUp = warmUp;
        this.measure = measure;
    }

    Map<Workload, Samples> run(List<Workload> group) throws Exception {
        Map<Workload, Samples> samples = new EnumMap<>(Workload.class);
        group.forEach(workload -> samples.put(workload, new Samples()));
        runUntil(WarmUp.of(warmUp)::isOver, LEAST_RUNS, samples);
        samples.values().forEach(Samples::clear);
        System.gc();
        for (int stretch = 0; stretch < STRETCHES; stretch++) {
            samples.values().forEach(Samples::nextStretch);
            long end = System.nanoTime() + measure.dividedBy(STRETCHES).toNanos();
            runUntil(() -> System.nanoTime() - end >= 0, LEAST_RUNS / STRETCHES, samples);
        }
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
