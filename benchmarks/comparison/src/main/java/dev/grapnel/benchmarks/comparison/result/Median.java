package dev.grapnel.benchmarks.comparison.result;

import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** The middle of some values, or the mean of the two in the middle. */
final class Median {
    private Median() {}

    static OptionalDouble of(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }
}
