package dev.grapnel.conformance.odm.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers the ids of an outcome in the order in which they are met, so that it says nothing how they are written: by a number of its own, or
 * by the digits that a scenario gave.
 */
final class GeneratedIds {
    private static final String KEY = "$oid";
    private static final Pattern IN_LABEL = Pattern.compile("\\((#\\d+|[0-9a-f]{24})\\)");
    private static final List<String> ORDER = List.of("setup", "before_model", "steps", "trace", "result", "uow");

    private final Map<String, String> numbers = new HashMap<>();

    /**
     * Numbers the ids in place.
     *
     * @param outcome that is changed
     */
    void number(JsonNode outcome) {
        if (outcome instanceof ObjectNode object) {
            Map<String, JsonNode> sorted = new TreeMap<>(GeneratedIds::inOrder);
            object.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
            sorted.forEach((key, value) -> object.set(key, numbered(key, value)));
        } else if (outcome.isArray()) {
            ArrayNode list = (ArrayNode) outcome;
            for (int at = 0; at < list.size(); at++) {
                list.set(at, numbered("", list.get(at)));
            }
        }
    }

    private JsonNode numbered(String key, JsonNode value) {
        if (value.isTextual()) {
            return key.equals(KEY) ? TextNode.valueOf(number(value.textValue())) : label(value);
        }
        number(value);
        return value;
    }

    private JsonNode label(JsonNode text) {
        Matcher ids = IN_LABEL.matcher(text.textValue());
        return ids.find()
                ? TextNode.valueOf(ids.replaceFirst(Matcher.quoteReplacement("(" + number(ids.group(1)) + ")")))
                : text;
    }

    private String number(String id) {
        return numbers.computeIfAbsent(id, any -> "#" + (numbers.size() + 1));
    }

    private static int inOrder(String one, String other) {
        int first = place(one) - place(other);
        return first != 0 ? first : one.compareTo(other);
    }

    private static int place(String key) {
        int place = ORDER.indexOf(key);
        return place < 0 ? ORDER.size() : place;
    }
}
