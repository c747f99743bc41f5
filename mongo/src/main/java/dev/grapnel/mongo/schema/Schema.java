package dev.grapnel.mongo.schema;

import dev.grapnel.mongo.document.Contents;
import dev.grapnel.mongo.document.DocumentList;
import dev.grapnel.mongo.document.DocumentMap;
import java.math.MathContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** The types of fields (statement ODM-V1). */
public final class Schema {
    private Schema() {}

    /** Whatever there is, unchecked; lists and sub-documents in it are tracked. */
    public static FieldSchema any() {
        return FieldSchema.of(new AnyType());
    }

    /** Text. */
    public static FieldSchema string() {
        return FieldSchema.of(new ScalarType("a text", value -> value instanceof String text ? text : null));
    }

    /** Whole numbers; a fraction of zero is taken too. */
    public static FieldSchema integer() {
        return FieldSchema.of(new ScalarType("a whole number", Numbers::whole));
    }

    /** Whole numbers of 64 bits. */
    public static FieldSchema longInteger() {
        return FieldSchema.of(new ScalarType("a whole number", Numbers::wholeLong));
    }

    /** Numbers of at most 64 bits, whole or not; larger or more exact ones are for {@link #decimal()}. */
    public static FieldSchema number() {
        return FieldSchema.of(new ScalarType("a number of at most 64 bits", Numbers::simple));
    }

    /** True and false. */
    public static FieldSchema bool() {
        return FieldSchema.of(new ScalarType("true or false", value -> value instanceof Boolean ? value : null));
    }

    /** Ids of MongoDB, also given as text; a new one by default. */
    public static FieldSchema objectId() {
        return FieldSchema.of(new ScalarType("an object id", Schema::objectIdOf).generatedBy(ObjectId::new));
    }

    private static @Nullable Object objectIdOf(Object value) {
        if (value instanceof ObjectId) {
            return value;
        }
        return value instanceof String text && ObjectId.isValid(text) ? new ObjectId(text) : null;
    }

    /** Points in time, to the millisecond; an {@link Instant} in memory. */
    public static FieldSchema dateTime() {
        return FieldSchema.of(new ScalarType("a point in time", Times::instant));
    }

    /** Bytes; a {@code byte[]} in memory. */
    public static FieldSchema binary() {
        return FieldSchema.of(new ScalarType("bytes", Schema::bytesOf));
    }

    private static byte @Nullable [] bytesOf(Object value) {
        return value instanceof byte[] bytes
                ? bytes
                : value instanceof org.bson.types.Binary binary ? binary.getData() : null;
    }

    /** Exact decimal numbers; a {@link java.math.BigDecimal} in memory. */
    public static FieldSchema decimal() {
        return decimal(MathContext.DECIMAL128);
    }

    /** Exact decimal numbers, rounded. */
    public static FieldSchema decimal(MathContext precision) {
        return FieldSchema.of(new ScalarType("a decimal number", value -> Numbers.decimal(value, precision)));
    }

    /** Lists of anything. */
    public static FieldSchema array() {
        return array(any());
    }

    /** Lists; an empty one by default. */
    public static FieldSchema array(FieldSchema elements) {
        return FieldSchema.of(new ArrayType(elements));
    }

    /** Sub-documents with the fields that are added to it; one of defaults by default. */
    public static DocumentSchema document() {
        return DocumentSchema.EMPTY;
    }

    /** Sub-documents with any keys. */
    public static FieldSchema map(FieldSchema values) {
        return FieldSchema.of(new MapType(values));
    }

    /** One exact value. */
    public static FieldSchema value(Object constant) {
        return FieldSchema.of(new ScalarType("the value " + constant, value -> constant(List.of(constant), value)));
    }

    /** One of some values. */
    public static FieldSchema oneOf(Object... values) {
        Collection<Object> allowed = List.of(values);
        return FieldSchema.of(new ScalarType("one of " + allowed, value -> constant(allowed, value)));
    }

    /** The constant that a value is, or is the stored form of; null if it is none. */
    private static @Nullable Object constant(Collection<Object> allowed, Object value) {
        return allowed.contains(value)
                ? value
                : allowed.stream()
                        .filter(each -> StoredForm.of(each).equals(value))
                        .findFirst()
                        .orElse(null);
    }

    /** A field that is no longer used: what is stored is left out, and reading it is an error. */
    public static FieldSchema deprecated() {
        return FieldSchema.of(new DroppedType()).withoutDefault();
    }

    /**
     * What a Java type holds: text, numbers, truth values, points in time, ids, bytes, UUIDs, enumerations, lists and maps; anything for
     * {@code Object}.
     *
     * @param javaType of a field
     * @return the schema
     * @throws dev.grapnel.core.error.MappingException if there is no type of fields for it
     */
    public static FieldSchema of(Class<?> javaType) {
        return JavaTypes.schemaOf(javaType);
    }

    /** Anything at all. */
    private record AnyType() implements ValueType {
        @Override
        public Object check(Object value, Checking checking) {
            Object kept = value instanceof java.util.Date date ? Times.instantOf(date) : value;
            return checking.tracked() ? NestedValues.tracked(kept) : kept;
        }

        @Override
        public boolean isNested() {
            return true;
        }
    }

    /** Nothing. */
    private record DroppedType() implements ValueType {
        @Override
        public Object check(Object value, Checking checking) {
            return value;
        }

        @Override
        public boolean isDropped() {
            return true;
        }
    }

    /** Plain lists and maps in the form that tells of changes. */
    private static final class NestedValues {
        static Object tracked(Object value) {
            if (value instanceof Map<?, ?> map) {
                return DocumentMap.copyOf(map, key -> Contents.ANY);
            }
            return value instanceof Collection<?> list ? DocumentList.copyOf(list, Contents.ANY) : value;
        }
    }
}
