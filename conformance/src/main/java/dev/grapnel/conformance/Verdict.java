package dev.grapnel.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grapnel.conformance.compare.Difference;
import dev.grapnel.conformance.format.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * Whether a scenario passed, and why not.
 *
 * @param scenario that was run
 * @param outcome what came of it, or null if it could not be run to its end
 * @param difference the first difference, or null
 * @param missing what the scenario asks for and is not there, or null
 * @param failure what stopped the run without being an outcome, or null
 */
record Verdict(
        Scenario scenario,
        @Nullable ObjectNode outcome,
        @Nullable Difference difference,
        @Nullable String missing,
        @Nullable Throwable failure) {

    static Verdict compared(Scenario scenario, ObjectNode outcome, @Nullable Difference difference) {
        return new Verdict(scenario, outcome, difference, null, null);
    }

    static Verdict unsupported(Scenario scenario, String feature) {
        return new Verdict(scenario, null, null, feature, null);
    }

    static Verdict stopped(Scenario scenario, Throwable failure) {
        return new Verdict(scenario, null, null, null, failure);
    }

    boolean passed() {
        return difference == null && missing == null && failure == null;
    }

    /** What is missing, in a few words. */
    String reason() {
        if (missing != null) {
            return missing;
        }
        if (failure != null) {
            return "unexpected " + failure;
        }
        return difference == null ? "" : difference.category();
    }
}
