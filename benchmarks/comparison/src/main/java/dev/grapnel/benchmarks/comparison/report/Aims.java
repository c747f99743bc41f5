package dev.grapnel.benchmarks.comparison.report;

import java.util.Map;
import java.util.OptionalDouble;

/** How many times as long as what is written by hand Grapnel aims to take at most. */
final class Aims {
    private static final Map<String, Map<String, Double>> RATIOS = Map.of(
            "POSTGRESQL",
            Map.of("W1", 1.0, "W2", 1.05, "W3", 1.25, "W4", 1.1, "W5", 1.3, "W6", 1.0, "W8", 1.05),
            "H2",
            Map.of("W1", 2.0, "W2", 1.5, "W3", 1.6, "W4", 1.4, "W5", 1.8, "W6", 1.4, "W8", 1.5),
            "MONGODB",
            Map.of("W1", 1.3, "W3", 1.6));

    private Aims() {}

    static OptionalDouble of(String database, String workload) {
        Double ratio = RATIOS.getOrDefault(database, Map.of()).get(workload);
        return ratio == null ? OptionalDouble.empty() : OptionalDouble.of(ratio);
    }
}
