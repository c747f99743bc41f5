package dev.grapnel.conformance.odm.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes from an outcome what says nothing: the order of the identity map and of a list of indexes, and how ids are written.
 */
final class CanonicalForm {
    /** A loaded object: class, id, and number of the further object. */
    private static final Pattern LOADED = Pattern.compile("(\\w+)\\((.*)\\)(~\\d+)?");

    private static final Pattern NO_PART_OF_AN_ID = Pattern.compile("ObjectId|\\$oid|[^\\w#.-]");

    private CanonicalForm() {}

    static JsonNode of(JsonNode outcome) {
        ObjectNode canonical = (ObjectNode) labels(outcome);
        new GeneratedIds().number(canonical);
        canonical.path("before_model").forEach(CanonicalForm::inRecord);
        canonical.path("steps").forEach(CanonicalForm::inRecord);
        return canonical;
    }

    private static void inRecord(JsonNode step) {
        step.path("thread").forEach(CanonicalForm::inRecord);
        step.path("sessions").forEach(session -> {
            if (session.isObject()) {
                ((ObjectNode) session).set("imap", sorted(session.path("imap")));
            }
        });
        if (step.path("op").asText().equals("indexes") && step.path("result").isArray()) {
            ((ObjectNode) step).set("result", sorted(step.get("result")));
        }
    }

    private static ArrayNode sorted(JsonNode list) {
        List<JsonNode> elements = new ArrayList<>();
        list.forEach(elements::add);
        elements.sort(Comparator.comparing(JsonNode::toString));
        return JsonNodeFactory.instance.arrayNode().addAll(elements);
    }

    /** A copy in which the ids in labels are written alike. */
    private static JsonNode labels(JsonNode node) {
        if (node.isTextual()) {
            return label(node);
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> copy.add(labels(element)));
            return copy;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(entry -> copy.set(entry.getKey(), labels(entry.getValue())));
        return copy;
    }

    private static JsonNode label(JsonNode text) {
        var parts = LOADED.matcher(text.textValue());
        if (!parts.matches()) {
            return text;
        }
        String id = NO_PART_OF_AN_ID.matcher(parts.group(2)).replaceAll("");
        String number = parts.group(3) == null ? "" : parts.group(3);
        return TextNode.valueOf(parts.group(1) + "(" + (id.equals("None") ? "null" : id) + ")" + number);
    }
}
