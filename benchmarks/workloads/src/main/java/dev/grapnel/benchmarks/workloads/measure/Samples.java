package dev.grapnel.benchmarks.workloads.measure;

import java.util.ArrayList;
import java.util.List;

/** What the runs of one workload took in one turn. */
final class Samples {
    private static final double NANOS_IN_MILLI = 1e6;

    private final List<Double> millis = new ArrayList<>();
    private final List<Double> bytes = new ArrayList<>();

    void add(long nanos, long allocated) {
        millis.add(nanos / NANOS_IN_MILLI);
        bytes.add((double) allocated);
    }

    double millis() {
        return median(millis);
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
