package dev.grapnel.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grapnel.conformance.compare.Difference;
import dev.grapnel.conformance.format.Scenario;
import dev.grapnel.conformance.step.StackExcerpt;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Prints the first difference of each scenario that failed, and the sum. */
final class Report {
    private static final int ENTRIES_BEFORE = 5;

    private final CommandLine line;
    private final PrintStream out;
    private int passed;
    private int failed;

    Report(CommandLine line, PrintStream out) {
        this.line = line;
        this.out = out;
    }

    void add(Verdict verdict) {
        if (verdict.passed()) {
            passed++;
            if (line.verbose()) {
                out.println("passed " + verdict.scenario().name());
            }
            return;
        }
        failed++;
        if (line.missing()) {
            out.println(verdict.scenario().name() + "  # " + verdict.reason());
        } else {
            explain(verdict);
        }
    }

    boolean end() {
        out.println(passed + " passed, " + failed + " failed");
        return failed == 0;
    }

    private void explain(Verdict verdict) {
        Scenario scenario = verdict.scenario();
        out.println("FAILED " + scenario.name() + " (" + scenario.area() + "): " + verdict.reason());
        Throwable failure = verdict.failure();
        if (failure != null) {
            out.println("  " + StackExcerpt.of(failure));
        }
        Difference difference = verdict.difference();
        ObjectNode outcome = verdict.outcome();
        if (difference != null && outcome != null) {
            explain(scenario, difference, outcome);
        }
        out.println();
    }

    private void explain(Scenario scenario, Difference difference, ObjectNode outcome) {
        if (difference.step() >= 0) {
            out.println("  step " + difference.step() + ": " + scenario.steps().get(difference.step()));
            JsonNode step = outcome.path("steps").path(difference.step());
            if (difference.at() >= 0) {
                entriesBefore(step.path("trace"), difference.at());
            }
            if (step.has("error")) {
                out.println("    error     " + step.get("error").asText() + ": "
                        + step.path("message").asText());
            }
        }
        print("expected", difference.expected());
        print("actual  ", difference.actual());
        if (line.verbose() && difference.step() >= 0) {
            inFull(scenario, difference.step(), outcome);
        }
    }

    private void entriesBefore(JsonNode trace, int at) {
        for (int before = Math.max(0, at - ENTRIES_BEFORE); before < at; before++) {
            out.println("    same      " + trace.path(before));
        }
    }

    private void inFull(Scenario scenario, int step, ObjectNode outcome) {
        out.println("  recorded in full");
        scenario.expected().path("steps").path(step).path("trace").forEach(entry -> out.println("    " + entry));
        out.println("  happened in full");
        outcome.path("steps").path(step).path("trace").forEach(entry -> out.println("    " + entry));
    }

    private void print(String side, @Nullable JsonNode node) {
        out.println("    " + side + "  " + (node == null ? "nothing" : node));
    }
}
