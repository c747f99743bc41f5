package dev.grapnel.conformance.odm.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bson.types.ObjectId;

/** Tells single values in the words of the format. */
final class Scalars {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final DateTimeFormatter WITH_MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");
    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private final Ids ids;

    Scalars(Ids ids) {
        this.ids = ids;
    }

    JsonNode of(Object value) {
        if (value instanceof Boolean flag) {
            return JSON.booleanNode(flag);
        }
        if (value instanceof Integer || value instanceof Long || value instanceof Short) {
            return number(((Number) value).longValue());
        }
        if (value instanceof Number fraction) {
            return JSON.numberNode(fraction.doubleValue());
        }
        if (value instanceof ObjectId id) {
            return JSON.objectNode().put("$oid", ids.text(id));
        }
        if (value instanceof Date date) {
            return date(date.toInstant());
        }
        return value instanceof Instant instant ? date(instant) : JSON.textNode(value.toString());
    }

    /** The text of an id inside a label. */
    String text(Object id) {
        return id instanceof ObjectId generated ? ids.text(generated) : of(id).asText(id.toString());
    }

    /** A whole number, as it would be read from a file. */
    static JsonNode number(long value) {
        return value == (int) value ? JSON.numberNode((int) value) : JSON.numberNode(value);
    }

    private static JsonNode date(Instant instant) {
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        DateTimeFormatter form = time.equals(time.truncatedTo(ChronoUnit.SECONDS)) ? TO_THE_SECOND : WITH_MICROSECONDS;
        return JSON.objectNode().put("$date", form.format(time));
    }
}
