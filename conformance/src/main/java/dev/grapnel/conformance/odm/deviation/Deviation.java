package dev.grapnel.conformance.odm.deviation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A place where the library means to differ from the reference.
 *
 * @param name of it, the same as in {@code docs/differences.md}
 * @param differs what is different, in a sentence
 * @param scenarios of the public corpus that show it
 * @param rule that turns the reference's outcome into the library's, or null if there are records of our own
 */
public record Deviation(
        String name,
        String differs,
        List<String> scenarios,
        @Nullable Rule rule) {
    static Deviation read(JsonNode json) {
        return new Deviation(
                json.path("name").asText(),
                json.path("differs").asText(),
                StreamSupport.stream(json.path("scenarios").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList(),
                json.has("rule") ? rule(json.get("rule").asText()) : null);
    }

    private static Rule rule(String name) {
        return switch (name) {
            case "entry-order" -> new EntryOrder();
            case "deleted-once" -> new DeletedOnce();
            case "flush-goes-on" -> new FlushGoesOn();
            case "close-all-closes" -> new CloseAllCloses();
            case "arguments-first" -> new ArgumentsFirst();
            default -> throw new IllegalStateException("There is no rule '" + name + "' for a deviation.");
        };
    }

    /** Whether it turned an outcome into another one. */
    boolean changes(String scenario, ObjectNode outcome) {
        ObjectNode before = outcome.deepCopy();
        if (rule != null) {
            rule.apply(outcome);
        } else if (scenarios.contains(scenario)) {
            OwnRecords.of(name).replaceIn(scenario, outcome);
        }
        return !before.equals(outcome);
    }
}
