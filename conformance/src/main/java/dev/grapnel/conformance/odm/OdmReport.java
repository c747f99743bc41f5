package dev.grapnel.conformance.odm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grapnel.conformance.format.FormatException;
import dev.grapnel.conformance.odm.compare.OdmDifference;
import dev.grapnel.conformance.step.StackExcerpt;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Prints the first difference of each scenario that failed, and the sum. */
final class OdmReport {
    private static final int ENTRIES_BEFORE = 5;

    private final boolean verbose;
    private final boolean missing;
    private final PrintStream out;
    private int passed;
    private int failed;

    /**
     * Begins.
     *
     * @param verbose whether passed scenarios are named too, and failed ones in full
     * @param missing whether only the name and what is wrong is printed for each failed scenario
     * @param out where to print
     */
    OdmReport(boolean verbose, boolean missing, PrintStream out) {
        this.verbose = verbose;
        this.missing = missing;
        this.out = out;
    }

    void add(OdmVerdict verdict) {
        if (verdict.passed()) {
            passed++;
            if (verbose) {
                out.println("passed " + verdict.name() + deviations(verdict));
            }
            return;
        }
        failed++;
        if (missing) {
            out.println(verdict.name() + "  # " + verdict.reason());
        } else {
            explain(verdict);
        }
    }

    private static String deviations(OdmVerdict verdict) {
        return verdict.deviations().isEmpty() ? "" : " (deviates: " + String.join(", ", verdict.deviations()) + ")";
    }

    boolean end() {
        out.println(passed + " passed, " + failed + " failed");
        return failed == 0;
    }

    private void explain(OdmVerdict verdict) {
        out.println("FAILED " + verdict.name() + deviations(verdict) + ": " + verdict.reason());
        Throwable failure = verdict.failure();
        if (failure != null && !(failure instanceof FormatException)) {
            out.println("  " + StackExcerpt.of(failure));
        }
        OdmDifference difference = verdict.difference();
        ObjectNode outcome = verdict.outcome();
        ObjectNode expected = verdict.expected();
        if (difference != null && outcome != null && expected != null) {
            explain(difference, expected, outcome);
        }
        out.println();
    }

    private void explain(OdmDifference difference, ObjectNode expected, ObjectNode outcome) {
        JsonNode record = difference.place().in(outcome);
        out.println("  " + difference.place().name() + ": " + difference.subject() + " of "
                + record.path("op").asText("it"));
        for (int before = Math.max(0, difference.at() - ENTRIES_BEFORE); before < difference.at(); before++) {
            out.println("    same      " + record.path("trace").path(before));
        }
        print("expected", difference.expected());
        print("actual  ", difference.actual());
        if (record.has("error")) {
            out.println("    error     " + record.get("error"));
        }
        if (verbose) {
            out.println("  recorded in full");
            inFull(difference.place().in(expected));
            out.println("  happened in full");
            inFull(record);
        }
    }

    private void inFull(JsonNode record) {
        record.path("trace").forEach(entry -> out.println("    " + entry));
        for (String field : new String[] {"result", "error", "sessions"}) {
            if (record.has(field)) {
                out.println("    " + field + " " + record.get(field));
            }
        }
    }

    private void print(String side, @Nullable JsonNode node) {
        out.println("    " + side + "  " + (node == null || node.isMissingNode() ? "nothing" : node));
    }
}
