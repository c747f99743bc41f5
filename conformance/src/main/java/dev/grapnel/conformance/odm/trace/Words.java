package dev.grapnel.conformance.odm.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.client.result.UpdateResult;
import dev.grapnel.mongo.ObjectState;
import dev.grapnel.mongo.ObjectStatus;
import dev.grapnel.mongo.OdmCursor;
import dev.grapnel.mongo.OdmSession;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Tells values in the words of the format. */
public final class Words {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Function<Class<?>, @Nullable String> types;
    private final SessionNames sessions;
    private final Sightings<OdmCursor<?>> cursors = new Sightings<>();
    private final ObjectLabels labels;
    private final Scalars scalars;

    /**
     * Begins without labels.
     *
     * @param types gives the scenario's name of a mapped class, and null for other classes
     * @param sessions names of sessions
     * @param ids texts of ids
     */
    public Words(Function<Class<?>, @Nullable String> types, SessionNames sessions, Ids ids) {
        this.types = types;
        this.sessions = sessions;
        this.scalars = new Scalars(ids);
        this.labels = new ObjectLabels(type -> String.valueOf(types.apply(type)), id -> scalars.text(id));
    }

    /**
     * Gives an object that was just made its label.
     *
     * @param object mapped
     * @param label of the scenario
     */
    public void label(Object object, String label) {
        labels.give(object, label);
    }

    /**
     * The label of a mapped object.
     *
     * @param object mapped
     * @return its label
     */
    public String labelOf(Object object) {
        return labels.of(object);
    }

    /**
     * Tells a value.
     *
     * @param value of any kind that steps, hooks and documents have
     * @return the form of the format
     */
    public JsonNode of(@Nullable Object value) {
        if (value == null) {
            return JSON.nullNode();
        }
        if (value instanceof JsonNode ready) {
            return ready;
        }
        if (value instanceof OdmCursor<?> cursor) {
            return one("cursor", JSON.numberNode(number(cursor)));
        }
        if (value instanceof OdmSession session) {
            return session(session);
        }
        if (value instanceof Map<?, ?> map) {
            return document(map);
        }
        if (value instanceof Collection<?> list) {
            return list(list);
        }
        return other(value);
    }

    private JsonNode other(Object value) {
        if (value instanceof ObjectStatus status) {
            return one("state", JSON.textNode(status(status)));
        }
        if (value instanceof ObjectState<?> state) {
            return of(state.status());
        }
        if (value instanceof DeleteResult result) {
            return one("deleted", Scalars.number(result.getDeletedCount()));
        }
        if (value instanceof UpdateResult result) {
            return one("matched", Scalars.number(result.getMatchedCount()));
        }
        if (value instanceof Class<?> type) {
            return one("class", JSON.textNode(String.valueOf(types.apply(type))));
        }
        if (value instanceof Bson bson) {
            return document(Documents.of(bson));
        }
        return types.apply(value.getClass()) != null ? one("obj", JSON.textNode(labels.of(value))) : scalars.of(value);
    }

    /**
     * The word for a status.
     *
     * @param status of an object
     * @return as {@code dirty}
     */
    public static String status(ObjectStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Tells a session, or the proxy.
     *
     * @param session either
     * @return the form of the format
     */
    public JsonNode session(OdmSession session) {
        return sessions.isProxy(session)
                ? one("proxy", JSON.textNode(sessions.ofProxy(session)))
                : one("session", JSON.textNode(sessions.ofReal(session)));
    }

    /**
     * The name of a real session.
     *
     * @param session real one
     * @return its name
     */
    public String nameOf(OdmSession session) {
        return sessions.ofReal(session);
    }

    private int number(OdmCursor<?> cursor) {
        return Integer.parseInt(cursors.name(cursor, any -> String.valueOf(cursors.next())));
    }

    private ObjectNode document(Map<?, ?> map) {
        ObjectNode document = JSON.objectNode();
        map.forEach((key, value) -> document.set(String.valueOf(key), of(value)));
        return document;
    }

    private ArrayNode list(Collection<?> values) {
        ArrayNode list = JSON.arrayNode();
        values.forEach(value -> list.add(of(value)));
        return list;
    }

    private static ObjectNode one(String key, JsonNode value) {
        return JSON.objectNode().set(key, value);
    }
}
