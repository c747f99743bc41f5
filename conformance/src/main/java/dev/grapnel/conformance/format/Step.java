package dev.grapnel.conformance.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * One step of a scenario, or one action of a listener: an operation with parameters.
 *
 * @param json as it stands in the file
 */
public record Step(JsonNode json) {

    /** {@return the operation} */
    public String op() {
        return json.path("op").asText();
    }

    /** {@return whether a parameter is given} */
    public boolean has(String name) {
        return json.has(name);
    }

    /** {@return a parameter as it stands, or a missing node} */
    public JsonNode node(String name) {
        return json.path(name);
    }

    /** {@return a parameter that is a text} */
    public String text(String name) {
        if (!json.has(name)) {
            throw new FormatException("Step " + json + " has no parameter '" + name + "'. Repair the scenario.");
        }
        return json.get(name).asText();
    }

    /** {@return a parameter that is a text, or what stands for it} */
    public String text(String name, String absent) {
        return json.path(name).asText(absent);
    }

    /** {@return a parameter that is a whole number} */
    public int number(String name) {
        return json.path(name).asInt();
    }

    /** {@return a parameter that is a truth value, or what stands for it} */
    public boolean flag(String name, boolean absent) {
        return json.path(name).asBoolean(absent);
    }

    /** {@return the texts of a parameter that is a list; none if it is absent} */
    public List<String> texts(String name) {
        return nodes(name).stream().map(JsonNode::asText).toList();
    }

    /** {@return the parts of a parameter that is a list; none if it is absent} */
    public List<JsonNode> nodes(String name) {
        return StreamSupport.stream(json.path(name).spliterator(), false).toList();
    }

    /** {@return the entries of a parameter that is an object; none if it is absent} */
    public List<Map.Entry<String, JsonNode>> entries(String name) {
        return List.copyOf(json.path(name).properties());
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
