package dev.grapnel.benchmarks.comparison.report;

import java.util.Locale;
import java.util.OptionalDouble;

/** Three digits at least, no more than two decimals unless a number is small. */
final class Numbers {
    private static final double WITHOUT_DECIMALS = 100;
    private static final double ONE_DECIMAL = 10;
    private static final double TWO_DECIMALS = 0.1;

    private Numbers() {}

    static String of(OptionalDouble value, String without) {
        return value.isEmpty() ? without : of(value.getAsDouble());
    }

    static String of(double value) {
        double size = Math.abs(value);
        if (size >= WITHOUT_DECIMALS) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        if (size >= ONE_DECIMAL) {
            return String.format(Locale.ROOT, "%.1f", value);
        }
        return String.format(Locale.ROOT, size >= TWO_DECIMALS ? "%.2f" : "%.4f", value);
    }
}
