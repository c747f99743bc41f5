package dev.grapnel.conformance.odm.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * One change of a document, in a function of the document layer.
 *
 * @param operation {@code rename}, {@code set}, {@code unset} or {@code upper}
 * @param field that is changed
 * @param argument the new name, the value, or a missing node
 */
public record DocumentStep(String operation, String field, JsonNode argument) {
    private static final Set<String> OPERATIONS = Set.of("rename", "set", "unset", "upper");

    static List<DocumentStep> all(JsonNode list, String subject) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(json -> read(json, subject))
                .toList();
    }

    private static DocumentStep read(JsonNode json, String subject) {
        String operation = Keys.oneOf(json, subject, "op", OPERATIONS);
        return switch (operation) {
            case "rename" -> step(operation, json, subject, "from", "to");
            case "set" -> step(operation, json, subject, "field", "value");
            default -> {
                Keys.require(json, subject, Set.of("op", "field"));
                yield new DocumentStep(
                        operation, Keys.value(json, subject, "field").asText(), json.path("value"));
            }
        };
    }

    private static DocumentStep step(String operation, JsonNode json, String subject, String field, String argument) {
        Keys.require(json, subject, Set.of("op", field, argument));
        return new DocumentStep(
                operation, Keys.value(json, subject, field).asText(), Keys.value(json, subject, argument));
    }
}
