package dev.grapnel.mongo.schema;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Writes values straight into BSON, in the form of {@link StoredForm} but without the documents, lists and dates that it is made of. Lives as long as one document is
 * written.
 */
@SuppressWarnings("JavaUtilDate") // what the driver has for a point in time
public final class StoredWriter {
    private final BsonWriter bson;
    private final CodecRegistry codecs;
    private final EncoderContext context;

    /**
     * Writes by way of the driver.
     *
     * @param bson where to
     * @param codecs for values of types that have no form of their own
     * @param context of the driver
     */
    public StoredWriter(BsonWriter bson, CodecRegistry codecs, EncoderContext context) {
        this.bson = bson;
        this.codecs = codecs;
        this.context = context;
    }

    // ---- what has parts ----

    /** A document or sub-document begins. */
    public void beginDocument() {
        bson.writeStartDocument();
    }

    /** The next value has this name. */
    public void name(String name) {
        bson.writeName(name);
    }

    /** The document or sub-document ends. */
    public void endDocument() {
        bson.writeEndDocument();
    }

    void beginList() {
        bson.writeStartArray();
    }

    void endList() {
        bson.writeEndArray();
    }

    // ---- values ----

    /**
     * A value of which nothing more is known than the value itself.
     *
     * @param value any value, in the form in which it is kept or stored
     */
    public void value(@Nullable Object value) {
        if (value == null) {
            bson.writeNull();
        } else if (value instanceof String text) {
            bson.writeString(text);
        } else if (value instanceof Integer number) {
            bson.writeInt32(number);
        } else if (value instanceof ObjectId id) {
            bson.writeObjectId(id);
        } else if (value instanceof Long number) {
            bson.writeInt64(number);
        } else {
            rarer(value);
        }
    }

    private void rarer(Object value) {
        if (value instanceof Map<?, ?> map) {
            document(map, StoredWriter::unknown);
        } else if (value instanceof Collection<?> collection) {
            list(collection);
        } else if (value instanceof BigDecimal decimal) {
            bson.writeDecimal128(new Decimal128(decimal));
        } else if (value instanceof Double number) {
            bson.writeDouble(number);
        } else if (value instanceof Boolean truth) {
            bson.writeBoolean(truth);
        } else {
            timeOrOther(value);
        }
    }

    private void timeOrOther(Object value) {
        if (value instanceof Instant instant) {
            bson.writeDateTime(instant.toEpochMilli());
        } else if (value instanceof LocalDate day) {
            bson.writeDateTime(Math.multiplyExact(day.toEpochDay(), TimeUnit.DAYS.toMillis(1)));
        } else if (value instanceof Date date) {
            bson.writeDateTime(date.getTime());
        } else if (value instanceof Decimal128 decimal) {
            bson.writeDecimal128(decimal);
        } else {
            other(StoredForm.of(value));
        }
    }

    private void other(Object stored) {
        if (stored instanceof Date date) {
            bson.writeDateTime(date.getTime());
        } else if (stored instanceof String text) {
            bson.writeString(text);
        } else {
            encode(stored);
        }
    }

    @SuppressWarnings("unchecked") // the codec of its class
    private void encode(Object stored) {
        Codec<Object> codec = (Codec<Object>) codecs.get(stored.getClass());
        context.encodeWithChildContext(codec, bson, stored);
    }

    /** Of maps of which nothing more is known. */
    private static @Nullable FieldSchema unknown(String key) {
        return null;
    }

    /** A map whose values are what their keys say, if they say anything. */
    void document(Map<?, ?> map, Function<String, @Nullable FieldSchema> schemas) {
        beginDocument();
        map.forEach((key, value) -> {
            String name = String.valueOf(key);
            FieldSchema schema = schemas.apply(name);
            name(name);
            if (schema == null) {
                value(value);
            } else {
                schema.write(value, this);
            }
        });
        endDocument();
    }

    private void list(Collection<?> collection) {
        beginList();
        for (Object element : collection) {
            value(element);
        }
        endList();
    }
}
