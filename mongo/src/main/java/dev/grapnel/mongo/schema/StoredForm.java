package dev.grapnel.mongo.schema;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/** The form that the driver takes: documents, lists, and what has a BSON type. Shares nothing that can change with the value it is made of. */
@SuppressWarnings("JavaUtilDate") // what the driver has for a point in time
public final class StoredForm {
    private StoredForm() {}

    /**
     * The form of a value of which nothing more is known than the value itself.
     *
     * @param value any value
     * @return what is stored
     */
    public static Object of(Object value) {
        if (value instanceof Map<?, ?> map) {
            return document(map);
        }
        if (value instanceof Collection<?> collection) {
            return list(collection);
        }
        return scalar(value);
    }

    /** The form of a value that may be null. */
    static @Nullable Object ofNullable(@Nullable Object value) {
        return value == null ? null : of(value);
    }

    private static Document document(Map<?, ?> map) {
        Document document = new Document();
        map.forEach((key, value) -> document.put(String.valueOf(key), ofNullable(value)));
        return document;
    }

    private static List<@Nullable Object> list(Collection<?> collection) {
        List<@Nullable Object> list = new ArrayList<>(collection.size());
        for (Object element : collection) {
            list.add(ofNullable(element));
        }
        return list;
    }

    private static Object scalar(Object value) {
        if (value instanceof Instant instant) {
            return new Date(instant.toEpochMilli());
        } else if (value instanceof byte[] bytes) {
            return new Binary(bytes.clone());
        } else if (value instanceof BigDecimal decimal) {
            return new Decimal128(decimal);
        } else if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        return time(value);
    }

    private static Object time(Object value) {
        if (value instanceof LocalDate date) {
            return Date.from(date.atStartOfDay(ZoneOffset.UTC).toInstant());
        } else if (value instanceof LocalDateTime time) {
            return Date.from(time.toInstant(ZoneOffset.UTC));
        } else if (value instanceof ZonedDateTime time) {
            return Date.from(time.toInstant());
        }
        return value;
    }
}
