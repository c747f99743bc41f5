package dev.grapnel.conformance.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grapnel.core.instrument.Keys;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.Marker;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Values, objects, transactions and sessions as the format writes them. */
public final class Words {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Labels labels;
    private final IdentityHashMap<Object, String> transactions = new IdentityHashMap<>();
    private final IdentityHashMap<Object, String> sessions = new IdentityHashMap<>();

    /**
     * Begins without any name.
     *
     * @param labels of the objects
     */
    public Words(Labels labels) {
        this.labels = labels;
    }

    /** {@return the labels of the objects} */
    public Labels labels() {
        return labels;
    }

    /**
     * A value in the encoding of the format.
     *
     * @param value scalar, object, collection, marker or null
     * @return the encoded value
     */
    public JsonNode value(@Nullable Object value) {
        if (value == null) {
            return JSON.nullNode();
        }
        if (value instanceof JsonNode node) {
            return node;
        }
        if (value instanceof Number number) {
            return JSON.numberNode(number.intValue());
        }
        if (value instanceof Boolean truth) {
            return JSON.booleanNode(truth);
        }
        if (value instanceof Enhanced object) {
            return JSON.textNode('@' + labels.of(object));
        }
        return structured(value);
    }

    private JsonNode structured(Object value) {
        if (value instanceof Map<?, ?> map) {
            ObjectNode entries = JSON.objectNode();
            map.forEach((key, element) -> entries.set(String.valueOf(key), value(element)));
            return JSON.objectNode().set("map", entries);
        }
        if (value instanceof Set<?> set) {
            return JSON.objectNode().set("set", list(set));
        }
        if (value instanceof Collection<?> list) {
            return list(list);
        }
        if (value instanceof Marker || value == Keys.NONE) {
            return JSON.objectNode().put("sym", value == Keys.NONE ? "NO_KEY" : value.toString());
        }
        return JSON.textNode(value.toString());
    }

    private ArrayNode list(Collection<?> values) {
        ArrayNode list = JSON.arrayNode();
        values.forEach(element -> list.add(value(element)));
        return list;
    }

    /**
     * The label of an object.
     *
     * @param object a mapped object
     * @return its label as JSON
     */
    public JsonNode label(Object object) {
        return JSON.textNode(labels.of(object));
    }

    /**
     * The labels of several objects, sorted.
     *
     * @param objects mapped objects, in the order in which they get labels
     * @return the labels
     */
    public JsonNode sortedLabels(Collection<?> objects) {
        List<String> given = objects.stream().map(labels::of).toList();
        return names(given);
    }

    /**
     * Names, sorted.
     *
     * @param names in any order, or null for all
     * @return the names
     */
    public JsonNode names(@Nullable Collection<String> names) {
        if (names == null) {
            return JSON.nullNode();
        }
        ArrayNode list = JSON.arrayNode();
        new TreeSet<>(names).forEach(list::add);
        return list;
    }

    /**
     * The name of a transaction, {@code T1} for the first one told of.
     *
     * @param transaction any
     * @return its name
     */
    public JsonNode transaction(Object transaction) {
        return JSON.textNode(transactions.computeIfAbsent(transaction, unused -> "T" + (transactions.size() + 1)));
    }

    /**
     * Names a session.
     *
     * @param session just made
     * @param name as scenarios call it
     */
    public void nameSession(Object session, String name) {
        sessions.put(session, name);
    }

    /**
     * The name of a session.
     *
     * @param session any
     * @return its name, or null for the first one, which entries do not name
     */
    public @Nullable String session(Object session) {
        String name = sessions.get(session);
        return name == null || name.equals("s1") ? null : name;
    }
}
