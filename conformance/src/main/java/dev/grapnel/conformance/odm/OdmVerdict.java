package dev.grapnel.conformance.odm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grapnel.conformance.format.FormatException;
import dev.grapnel.conformance.odm.compare.OdmDifference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a scenario passed, and why not.
 *
 * @param name of the scenario; that of its file if it could not be read
 * @param deviations names of those that show in it
 * @param expected what it must come to, or null if it could not be read
 * @param outcome what came of it, or null if it could not be run to its end
 * @param difference the first one, or null
 * @param failure what stopped the run without being an outcome, or null
 */
record OdmVerdict(
        String name,
        List<String> deviations,
        @Nullable ObjectNode expected,
        @Nullable ObjectNode outcome,
        @Nullable OdmDifference difference,
        @Nullable Throwable failure) {

    static OdmVerdict stopped(String name, Throwable failure) {
        return new OdmVerdict(name, List.of(), null, null, null, failure);
    }

    boolean passed() {
        return difference == null && failure == null;
    }

    /** What is wrong, in a few words. */
    String reason() {
        if (failure instanceof FormatException) {
            return String.valueOf(failure.getMessage());
        }
        if (failure != null) {
            return "unexpected " + failure;
        }
        return difference == null ? "" : difference.category();
    }
}
