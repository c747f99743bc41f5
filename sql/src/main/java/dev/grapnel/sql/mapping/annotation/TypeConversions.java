package dev.grapnel.sql.mapping.annotation;

import dev.grapnel.sql.mapping.declaration.Conversion;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.TemporalType;
import java.lang.reflect.Field;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Converter;
import org.jspecify.annotations.Nullable;

/** How values are kept for which an annotation other than {@code @Convert} says so. */
final class TypeConversions {
    private static final Set<Class<?>> ENUM_VALUES = Set.of(String.class, int.class, short.class, byte.class);

    private TypeConversions() {}

    // ---- enums with values of their own ----

    /** The field of an enum that tells what a column keeps for its constants, or null. */
    static @Nullable Field enumeratedValue(Class<?> type) {
        if (!type.isEnum()) {
            return null;
        }
        for (Field field : type.getDeclaredFields()) {
            if (field.isAnnotationPresent(EnumeratedValue.class)) {
                return field;
            }
        }
        return null;
    }

    /** Keeps the constants of an enum as what stands in one of its fields. */
    @SuppressWarnings("unchecked") // both maps hold what the field holds
    static Conversion ofEnum(EntityField field, Class<?> type, Field valueField) {
        if (!ENUM_VALUES.contains(valueField.getType())) {
            throw field.wrong(
                    "the field " + type.getName() + '.' + valueField.getName() + " with @EnumeratedValue is of "
                            + valueField.getType().getName() + ". Declare it as String, int, short or byte.");
        }
        Map<Object, Object> constants = new HashMap<>();
        Map<Object, Object> values = new HashMap<>();
        for (Object constant : type.getEnumConstants()) {
            Object value = value(field, valueField, constant);
            Object other = constants.put(value, constant);
            if (other != null) {
                throw field.wrong("the constants " + other + " and " + constant + " of " + type.getName()
                        + " have the same value '" + value
                        + "' in the field with @EnumeratedValue. Give each its own.");
            }
            values.put(constant, value);
        }
        Class<Object> stored =
                (Class<Object>) dev.grapnel.sql.mapping.declaration.ValueDeclaration.boxed(valueField.getType());
        return new Conversion(
                type, stored, Converter.ofNullable(stored, (Class<Object>) type, read(type, constants), values::get));
    }

    private static Function<Object, Object> read(Class<?> type, Map<Object, Object> constants) {
        return value -> {
            Object constant = constants.get(value);
            if (constant == null) {
                throw new dev.grapnel.core.error.InvalidArgumentException("Cannot read value '" + value
                        + "' from the database: no constant of " + type.getName()
                        + " has it in its field with @EnumeratedValue. Add a constant, or correct the row.");
            }
            return constant;
        };
    }

    private static Object value(EntityField field, Field valueField, Object constant) {
        try {
            valueField.setAccessible(true);
            Object value = valueField.get(constant);
            if (value != null) {
                return value;
            }
        } catch (IllegalAccessException | RuntimeException closed) {
            throw field.wrong("the field " + valueField.getDeclaringClass().getName() + '.' + valueField.getName()
                    + " with @EnumeratedValue cannot be read (" + closed + "). Open its package in module-info.");
        }
        throw field.wrong("constant " + constant + " has null in the field with @EnumeratedValue. Give it a value.");
    }

    // ---- dates of java.util ----

    /** Keeps a date as a day, as a time of day or as both; null if that is how it is kept anyway. */
    @SuppressWarnings({"JavaUtilDate", "deprecation"}) // classes written before java.time are mapped as they are
    static @Nullable Conversion temporal(EntityField field, TemporalType said) {
        if (field.type() != Date.class) {
            throw field.wrong("@Temporal is for java.util.Date, and the field is of "
                    + field.type().getName() + ". Leave it out; a type of java.time needs no annotation.");
        }
        return switch (said) {
            case DATE -> dated(java.sql.Date.class, at -> new java.sql.Date(at.getTime()));
            case TIME -> dated(java.sql.Time.class, at -> new java.sql.Time(at.getTime()));
            case TIMESTAMP -> null;
        };
    }

    @SuppressWarnings("JavaUtilDate")
    private static <S extends Date> Conversion dated(Class<S> stored, Function<Date, S> write) {
        return new Conversion(
                Date.class, stored, Converter.ofNullable(stored, Date.class, at -> new Date(at.getTime()), write));
    }
}
