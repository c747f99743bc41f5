package dev.grapnel.conformance.step;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grapnel.conformance.trace.Labels;
import dev.grapnel.conformance.trace.Occurrence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the names in steps stand for, and values as steps write them. */
final class Names {
    private final Labels labels;
    private final Map<String, Object> bound = new HashMap<>();

    Names(Labels labels) {
        this.labels = labels;
    }

    /** Binds a name, or with null frees it. */
    void bind(String name, @Nullable Object object) {
        if (object == null) {
            bound.remove(name);
        } else {
            bound.put(name, object);
        }
    }

    boolean names(String name, @Nullable Object object) {
        return object != null && (bound.get(name) == object || labels.find(name) == object);
    }

    Object object(String name, @Nullable Occurrence inside) {
        Object found = name.startsWith("$") ? argument(name.substring(1), inside) : bound.get(name);
        if (found == null) {
            found = labels.find(name);
        }
        if (found == null) {
            throw new UnboundException(name);
        }
        return found;
    }

    private static @Nullable Object argument(String name, @Nullable Occurrence inside) {
        return inside == null ? null : inside.argument(name);
    }

    @Nullable Object value(JsonNode json, @Nullable Occurrence inside) {
        if (json.isTextual()) {
            return text(json.asText(), inside);
        }
        if (json.isArray()) {
            return list(json, inside);
        }
        if (json.isObject()) {
            return structured(json, inside);
        }
        if (json.isNull() || json.isMissingNode()) {
            return null;
        }
        return json.isBoolean() ? (Object) json.asBoolean() : json.asInt();
    }

    private @Nullable Object text(String text, @Nullable Occurrence inside) {
        if (text.startsWith("@$")) {
            return argument(text.substring(2), inside);
        }
        return text.startsWith("@") ? object(text.substring(1), inside) : text;
    }

    private List<@Nullable Object> list(JsonNode json, @Nullable Occurrence inside) {
        List<@Nullable Object> values = new ArrayList<>();
        json.forEach(element -> values.add(value(element, inside)));
        return values;
    }

    private @Nullable Object structured(JsonNode json, @Nullable Occurrence inside) {
        if (json.has("set")) {
            return new LinkedHashSet<>(list(json.get("set"), inside));
        }
        if (json.has("map")) {
            return values(json.get("map"), inside);
        }
        if (json.has("arg")) {
            return argument(json.get("arg").asText(), inside);
        }
        if (json.has("upper")) {
            Object value = value(json.get("upper"), inside);
            return value == null ? null : value.toString().toUpperCase(Locale.ROOT);
        }
        if (json.has("concat")) {
            StringBuilder text = new StringBuilder();
            list(json.get("concat"), inside).forEach(text::append);
            return text.toString();
        }
        throw new NotSupportedException("value " + json);
    }

    /** The values of an object, in alphabetical order of their names. */
    Map<String, @Nullable Object> values(JsonNode json, @Nullable Occurrence inside) {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        json.properties().forEach(entry -> sorted.put(entry.getKey(), value(entry.getValue(), inside)));
        return new LinkedHashMap<>(sorted);
    }
}
