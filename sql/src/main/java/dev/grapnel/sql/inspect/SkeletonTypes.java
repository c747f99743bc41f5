package dev.grapnel.sql.inspect;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Java type of an attribute for a live column. */
final class SkeletonTypes {
    private static final Map<String, String> PRIMITIVES = Map.of(
            "Boolean", "boolean", "Short", "short", "Integer", "int", "Long", "long", "Float", "float", "Double",
            "double");

    private SkeletonTypes() {}

    /** The name of the class, of {@code java.lang} or with its package. */
    static String of(ColumnShape shape) {
        return switch (shape.kind()) {
            case BOOLEAN -> "Boolean";
            case INTEGER -> ofInteger(shape.size());
            case FLOAT -> shape.size() == Float.BYTES ? "Float" : "Double";
            case DECIMAL -> "java.math.BigDecimal";
            case BYTES -> "byte[]";
            case DATE -> "java.time.LocalDate";
            case TIME -> "java.time.LocalTime";
            case DATE_TIME -> "java.time.LocalDateTime";
            case TIME_WITH_OFFSET -> "java.time.OffsetTime";
            case INSTANT -> "java.time.OffsetDateTime";
            case UUID -> "java.util.UUID";
            case ARRAY -> shape.element() == null ? "Object[]" : of(shape.element()) + "[]";
            case TEXT, JSON, OTHER -> "String";
        };
    }

    private static String ofInteger(int bytes) {
        return switch (bytes) {
            case Byte.BYTES -> "Byte";
            case Short.BYTES -> "Short";
            case Integer.BYTES -> "Integer";
            default -> "Long";
        };
    }

    /** The primitive type where a value is always there. */
    static String ofRequired(String type) {
        return PRIMITIVES.getOrDefault(type, type);
    }

    /** What a reader should know of a type that is mapped as text for want of a better one. */
    static @Nullable String remark(ColumnShape shape) {
        return switch (shape.kind()) {
            case JSON, OTHER -> "The database calls this type " + shape.name() + "; see the guide page about types.";
            default -> null;
        };
    }
}
