package dev.grapnel.benchmarks.workloads.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the runs of one workload took. */
final class Samples {
    private static final double NANOS_IN_MILLI = 1e6;

    private final List<Double> millis = new ArrayList<>();
    private final List<Double> bytes = new ArrayList<>();

    void add(long nanos, long allocated) {
        millis.add(nanos / NANOS_IN_MILLI);
        bytes.add((double) allocated);
    }

    void clear() {
        millis.clear();
        bytes.clear();
    }

    int count() {
        return millis.size();
    }

    double millis() {
        return median(millis);
    }

    double bytes() {
        return median(bytes);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
