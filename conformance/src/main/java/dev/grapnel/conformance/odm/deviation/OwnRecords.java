package dev.grapnel.conformance.odm.deviation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the library does in scenarios where no rule says it: for each scenario the records that are different. */
final class OwnRecords {
    private final String deviation;
    private final JsonNode byScenario;

    private OwnRecords(String deviation, JsonNode byScenario) {
        this.deviation = deviation;
        this.byScenario = byScenario;
    }

    static OwnRecords of(String deviation) {
        return new OwnRecords(deviation, Resources.read("odm-deviations/" + deviation + ".json"));
    }

    /** Replaces records by their place, and the documents at the end if they differ. */
    void replaceIn(String scenario, ObjectNode outcome) {
        if (!byScenario.has(scenario)) {
            throw new IllegalStateException(
                    "The deviation " + deviation + " has no records of the scenario " + scenario + ".");
        }
        JsonNode own = byScenario.get(scenario);
        ArrayNode steps = outcome.withArray("steps");
        own.path("steps").properties().forEach(step -> steps.set(Integer.parseInt(step.getKey()), step.getValue()));
        if (own.has("collections")) {
            outcome.set("collections", own.get("collections"));
        }
    }
}
