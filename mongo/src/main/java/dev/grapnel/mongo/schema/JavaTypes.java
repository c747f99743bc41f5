package dev.grapnel.mongo.schema;

import dev.grapnel.core.error.MappingException;
import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** The schema of a field that its Java type tells. */
final class JavaTypes {
    private static final Map<Class<?>, ScalarType> SCALARS = Map.ofEntries(
            Map.entry(String.class, new ScalarType("a text", value -> value instanceof String ? value : null)),
            Map.entry(Integer.class, new ScalarType("a whole number of 32 bits", Numbers::wholeInt)),
            Map.entry(Long.class, new ScalarType("a whole number", Numbers::wholeLong)),
            Map.entry(
                    Short.class,
                    new ScalarType("a whole number of 16 bits", Numbers::wholeShort)
                            .storedBy(value -> value instanceof Short number ? (Object) number.intValue() : value)),
            Map.entry(Double.class, new ScalarType("a number", Numbers::fraction)),
            Map.entry(
                    Float.class,
                    new ScalarType("a number", Numbers::shortFraction)
                            .storedBy(value -> value instanceof Float number ? (Object) number.doubleValue() : value)),
            Map.entry(Boolean.class, new ScalarType("true or false", value -> value instanceof Boolean ? value : null)),
            Map.entry(
                    BigDecimal.class,
                    new ScalarType("a decimal number", value -> Numbers.decimal(value, MathContext.DECIMAL128))),
            Map.entry(Instant.class, new ScalarType("a point in time", Times::instant)),
            Map.entry(Date.class, new ScalarType("a point in time", Times::date)),
            Map.entry(LocalDate.class, new ScalarType("a date", Times::localDate)),
            Map.entry(LocalDateTime.class, new ScalarType("a date and time", Times::localDateTime)),
            Map.entry(UUID.class, new ScalarType("a UUID", JavaTypes::uuid).storedBy(Object::toString)));

    private JavaTypes() {}

    static FieldSchema schemaOf(Class<?> javaType) {
        Class<?> boxed = MethodType.methodType(javaType).wrap().returnType();
        FieldSchema schema = knownOf(boxed);
        if (schema == null) {
            throw new MappingException(
                    "Cannot map a field of type " + javaType.getName()
                            + " into a document: there is no type of fields for it. Say what it holds with field(name, schema), where EmbeddedMapping makes schemas of your own classes; add @Embeddable to such a class; or mark the field @Transient.");
        }
        return javaType.isPrimitive() ? schema.notNull().ifMissing(zero(boxed)) : schema;
    }

    private static @Nullable FieldSchema knownOf(Class<?> boxed) {
        ScalarType scalar = SCALARS.get(boxed);
        if (scalar != null) {
            return FieldSchema.of(scalar);
        } else if (boxed == ObjectId.class) {
            return Schema.objectId();
        } else if (boxed == byte[].class) {
            return Schema.binary();
        } else if (boxed.isEnum()) {
            return FieldSchema.of(new EnumType(boxed));
        }
        return containerOf(boxed);
    }

    private static @Nullable FieldSchema containerOf(Class<?> boxed) {
        if (boxed == Object.class) {
            return Schema.any();
        } else if (boxed == List.class || boxed == Collection.class) {
            return Schema.array();
        }
        return boxed == Map.class ? Schema.map(Schema.any()) : null;
    }

    private static Object zero(Class<?> boxed) {
        return boxed == Boolean.class ? (Object) false : (Object) 0;
    }

    private static @Nullable Object uuid(Object value) {
        if (value instanceof UUID) {
            return value;
        }
        try {
            return value instanceof String text ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException noUuid) {
            return null;
        }
    }

    /** The constants of an enumeration, stored by name. */
    private record EnumType(Class<?> type) implements ValueType {
        @Override
        public Object check(Object value, Checking checking) {
            for (Object constant : type.getEnumConstants()) {
                if (constant == value || ((Enum<?>) constant).name().equals(value)) {
                    return constant;
                }
            }
            throw InvalidValueException.expected("a constant of " + type.getName(), value);
        }
    }
}
