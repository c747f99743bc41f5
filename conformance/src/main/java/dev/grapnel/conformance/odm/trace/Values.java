package dev.grapnel.conformance.odm.trace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grapnel.conformance.format.FormatException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Reads values of the format. */
public final class Values {
    private final Ids ids;
    private final Function<String, Object> objects;
    private final Function<Object, @Nullable Object> idOf;

    /**
     * Begins.
     *
     * @param ids that notes the ids that are named
     * @param objects gives the object of a variable
     * @param idOf gives the id of an object
     */
    public Values(Ids ids, Function<String, Object> objects, Function<Object, @Nullable Object> idOf) {
        this.ids = ids;
        this.objects = objects;
        this.idOf = idOf;
    }

    /**
     * Reads a value.
     *
     * @param json as it stands
     * @return a number, text, truth value, id, instant, object, list, document, or null
     */
    public @Nullable Object of(JsonNode json) {
        if (json.isMissingNode() || json.isNull()) {
            return null;
        }
        if (json.isArray()) {
            return list(json);
        }
        return json.isObject() ? object(json) : scalar(json);
    }

    /**
     * Reads a value that is not null.
     *
     * @param json as it stands
     * @return the value
     * @throws FormatException if it is null
     */
    public Object required(JsonNode json) {
        Object value = of(json);
        if (value == null) {
            throw new FormatException("A value is wanted, and there is null. Repair the scenario.");
        }
        return value;
    }

    /**
     * Reads a document, a filter or a change.
     *
     * @param json as it stands; an empty document if it is missing
     * @return its entries
     */
    public Document document(JsonNode json) {
        Document document = new Document();
        json.properties().forEach(entry -> document.put(entry.getKey(), of(entry.getValue())));
        return document;
    }

    private List<@Nullable Object> list(JsonNode json) {
        List<@Nullable Object> list = new ArrayList<>();
        json.forEach(element -> list.add(of(element)));
        return list;
    }

    private @Nullable Object object(JsonNode json) {
        if (json.size() != 1) {
            return document(json);
        }
        String key = json.fieldNames().next();
        String text = json.get(key).asText();
        return switch (key) {
            case "$ref" -> objects.apply(text);
            case "$id" -> idOf.apply(objects.apply(text));
            case "$date" -> date(text);
            case "$oid" -> ids.named(text);
            default -> document(json);
        };
    }

    /** A time without a zone is one of UTC. */
    private static Instant date(String text) {
        boolean zoned = text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d");
        return zoned
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }

    private static Object scalar(JsonNode json) {
        if (json.isBoolean()) {
            return json.booleanValue();
        }
        if (json.isTextual()) {
            return json.textValue();
        }
        if (json.isInt()) {
            return json.intValue();
        }
        return json.isIntegralNumber() ? (Object) json.longValue() : (Object) json.doubleValue();
    }
}
