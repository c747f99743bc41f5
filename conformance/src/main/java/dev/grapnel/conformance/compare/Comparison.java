package dev.grapnel.conformance.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares an outcome with the recorded one, both in the form of the format. */
public final class Comparison {
    private static final List<String> BEHAVIOUR = List.of("error", "result", "states", "lists");

    private final Tier tier;

    /**
     * Begins a comparison.
     *
     * @param tier how much is compared
     */
    public Comparison(Tier tier) {
        this.tier = tier;
    }

    /**
     * Finds the first difference.
     *
     * @param expected the recorded outcome
     * @param actual what happened
     * @return the difference, or null if there is none
     */
    public @Nullable Difference first(JsonNode expected, JsonNode actual) {
        JsonNode steps = expected.path("steps");
        for (int step = 0; step < steps.size(); step++) {
            Difference difference =
                    inStep(step, steps.get(step), actual.path("steps").path(step));
            if (difference != null) {
                return difference;
            }
        }
        return inField(-1, "rows", expected, actual);
    }

    private @Nullable Difference inStep(int step, JsonNode expected, JsonNode actual) {
        Difference difference = new TraceComparison(step, expected.path("trace"), actual.path("trace")).first();
        for (String field : BEHAVIOUR) {
            if (difference == null) {
                difference = inField(step, field, expected, actual);
            }
        }
        if (difference == null && tier == Tier.STATEMENTS) {
            difference = inField(step, "sql", expected, actual);
        }
        return difference;
    }

    private static @Nullable Difference inField(int step, String field, JsonNode expected, JsonNode actual) {
        JsonNode wanted = present(expected.path(field));
        JsonNode found = present(actual.path(field));
        return wanted.equals(found) ? null : new Difference(step, field, -1, wanted, found);
    }

    /** A field that is absent means the same as an empty one; an empty list as a result does not. */
    private static JsonNode present(JsonNode node) {
        boolean absent = node instanceof MissingNode || (node instanceof ObjectNode && node.isEmpty());
        return absent ? NullNode.getInstance() : node;
    }
}
