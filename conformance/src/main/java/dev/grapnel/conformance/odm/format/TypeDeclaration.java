package dev.grapnel.conformance.odm.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grapnel.conformance.format.FormatException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** What values a stored field takes. */
public sealed interface TypeDeclaration {
    /** Names of the scalar types. */
    Set<String> SCALARS = Set.of("int", "str", "float", "bool", "any", "oid", "datetime", "deprecated");

    /**
     * One value.
     *
     * @param name of the format
     */
    record Scalar(String name) implements TypeDeclaration {}

    /**
     * A list.
     *
     * @param element type of the elements
     */
    record ListOf(TypeDeclaration element) implements TypeDeclaration {}

    /**
     * A sub-document.
     *
     * @param fields by name
     */
    record SubDocument(Map<String, TypeDeclaration> fields) implements TypeDeclaration {}

    /**
     * One exact value.
     *
     * @param value that is required
     */
    record Constant(JsonNode value) implements TypeDeclaration {}

    /**
     * One of some values.
     *
     * @param values that are allowed
     */
    record OneOf(List<JsonNode> values) implements TypeDeclaration {}

    /**
     * Reads a type.
     *
     * @param json as it stands
     * @param subject that has it
     * @return the type
     */
    static TypeDeclaration read(JsonNode json, String subject) {
        if (json.isTextual()) {
            return scalar(json.asText(), subject);
        }
        if (json.isArray()) {
            return new ListOf(json.isEmpty() ? new Scalar("any") : read(json.get(0), subject));
        }
        if (json.has("value")) {
            return new Constant(json.get("value"));
        }
        return json.has("oneof") ? new OneOf(values(json.get("oneof"))) : document(json, subject);
    }

    private static Scalar scalar(String name, String subject) {
        if (!SCALARS.contains(name)) {
            throw new FormatException("The format knows no type '" + name + "' of " + subject + ". It knows "
                    + String.join(", ", SCALARS.stream().sorted().toList())
                    + ", lists, sub-documents, value and oneof.");
        }
        return new Scalar(name);
    }

    private static List<JsonNode> values(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    private static SubDocument document(JsonNode json, String subject) {
        if (!json.isObject()) {
            throw new FormatException("A type of " + subject + " is neither a name nor a list nor an object: " + json);
        }
        Map<String, TypeDeclaration> fields = new LinkedHashMap<>();
        json.properties().forEach(field -> fields.put(field.getKey(), read(field.getValue(), subject)));
        return new SubDocument(fields);
    }
}
