package dev.grapnel.benchmarks.workloads.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * What the runs of one workload took, in stretches of time one after the other.
 *
 * <p>What else the machine does, and other machines on the same hardware, may slow all runs down for seconds, and never speeds one up: so the stretch counts that was
 * disturbed least, by its median.
 */
final class Samples {
    private static final double NANOS_IN_MILLI = 1e6;

    private final List<List<Double>> millis = new ArrayList<>();
    private final List<Double> bytes = new ArrayList<>();

    /** What follows is compared with what was before. */
    void nextStretch() {
        millis.add(new ArrayList<>());
    }

    void add(long nanos, long allocated) {
        if (millis.isEmpty()) {
            nextStretch();
        }
        millis.get(millis.size() - 1).add(nanos / NANOS_IN_MILLI);
        bytes.add((double) allocated);
    }

    void clear() {
        millis.clear();
        bytes.clear();
    }

    /** The lowest median of a stretch. */
    double millis() {
        return millis.stream().mapToDouble(Samples::median).min().orElseThrow();
    }

    double bytes() {
        return median(bytes);
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
