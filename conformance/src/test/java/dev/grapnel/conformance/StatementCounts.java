package dev.grapnel.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Compares how many statements a scenario sent with how many the reference sent (the second tier). */
final class StatementCounts {
    private static final List<String> KINDS = List.of("select", "insert", "update", "delete");

    private StatementCounts() {}

    /** A number of statements that is another one. */
    record Difference(String scenario, int step, String kind, int reference, int here) {
        boolean isOneMoreSelect() {
            return kind.equals("select") && here > reference;
        }

        /** As it stands on the list. */
        String line() {
            return scenario + " step " + step + ": " + here + " " + kind + " instead of " + reference;
        }
    }

    static List<Difference> differences(Verdict verdict) {
        List<Difference> found = new ArrayList<>();
        JsonNode outcome = verdict.outcome();
        if (outcome == null) {
            return found;
        }
        JsonNode expected = verdict.scenario().expected().path("steps");
        for (int step = 0; step < expected.size(); step++) {
            JsonNode reference = expected.path(step).path("sql");
            JsonNode here = outcome.path("steps").path(step).path("sql");
            for (String kind : KINDS) {
                int wanted = reference.path(kind).asInt(0);
                int sent = here.path(kind).asInt(0);
                if (wanted != sent) {
                    found.add(new Difference(verdict.scenario().name(), step, kind, wanted, sent));
                }
            }
        }
        return found;
    }
}
