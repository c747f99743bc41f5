package dev.grapnel.sql.mapping.annotation;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.sql.mapping.declaration.Conversion;
import dev.grapnel.sql.mapping.declaration.ValueDeclaration;
import dev.grapnel.sql.schema.ColumnType;
import dev.grapnel.sql.schema.ColumnTypes;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The converters of one registry: those that fields name, each made once, and those that apply by themselves. */
public final class Converters {
    private final Map<Class<?>, Conversion> known = new HashMap<>();
    private final Map<Class<?>, Class<?>> automatic = new HashMap<>();

    /** Whether a class converts values, and is no entity. */
    public static boolean isConverter(Class<?> type) {
        return AttributeConverter.class.isAssignableFrom(type) || isColumnType(type);
    }

    private static boolean isColumnType(Class<?> type) {
        return ColumnType.class.isAssignableFrom(type);
    }

    /** Takes a converter that may apply by itself to all fields of its type. */
    public void add(Class<?> type) {
        Conversion conversion = of(type);
        Converter said = type.getAnnotation(Converter.class);
        if (!isColumnType(type) && (said == null || !said.autoApply())) {
            return;
        }
        Class<?> attributeType = conversion.attributeType();
        if (!ColumnTypes.isUpToMapping(attributeType) && ColumnTypes.isKnown(attributeType)) {
            throw wrong(
                    type,
                    "it applies by itself to " + attributeType.getName()
                            + ", which a column can hold as it is, so that typed names would not know of it. "
                            + (isColumnType(type)
                                    ? "Give the fields a class of their own."
                                    : "Leave autoApply out, and put @Convert(converter = …) onto the fields."));
        }
        Class<?> other = automatic.putIfAbsent(attributeType, type);
        if (other != null && other != type) {
            throw wrong(
                    type,
                    "it applies by itself to " + attributeType.getName() + ", and so does " + other.getName()
                            + ". Leave one of them out of the registry, or autoApply at one of them.");
        }
    }

    /** What applies by itself to a type, or null. */
    @Nullable Conversion automatic(Class<?> attributeType) {
        Class<?> type = automatic.get(ValueDeclaration.boxed(attributeType));
        return type == null ? null : of(type);
    }

    /** What a converter does. */
    Conversion of(Class<?> type) {
        Conversion conversion = known.get(type);
        if (conversion == null) {
            conversion = make(type);
            known.put(type, conversion);
        }
        return conversion;
    }

    @SuppressWarnings("unchecked") // the arguments of the converter's own interface
    private static Conversion make(Class<?> type) {
        if (isColumnType(type)) {
            return Conversion.of(((ColumnType<?>) instance(type)).dataType());
        }
        ParameterizedType said = arguments(type);
        Class<Object> attributeType =
                (Class<Object>) ValueDeclaration.boxed(TypeArguments.classOf(said.getActualTypeArguments()[0], type));
        Class<Object> storedType = (Class<Object>) TypeArguments.classOf(said.getActualTypeArguments()[1], type);
        var column = ColumnTypes.find(storedType);
        if (column == null
                || column.getConverter().fromType() != column.getConverter().toType()) {
            throw wrong(
                    type,
                    "it makes values of " + storedType.getName()
                            + ", and a column does not hold those as they are. Convert to a String, a number, a time or byte[].");
        }
        return Conversion.of((AttributeConverter<Object, Object>) instance(type), attributeType, storedType);
    }

    private static ParameterizedType arguments(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            for (Type implemented : at.getGenericInterfaces()) {
                if (implemented instanceof ParameterizedType generic
                        && generic.getRawType() == AttributeConverter.class) {
                    return generic;
                }
            }
        }
        throw wrong(
                type,
                "it does not say between which types. Let it implement AttributeConverter<X, Y> with the two types.");
    }

    private static Object instance(Class<?> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (InvocationTargetException failed) {
            throw new MappingException(unusable(type, "its constructor failed"), failed.getCause());
        } catch (ReflectiveOperationException | RuntimeException unavailable) {
            throw new MappingException(
                    unusable(type, "it has no constructor without arguments, is abstract, or its package is not open"),
                    unavailable);
        }
    }

    private static String unusable(Class<?> type, String why) {
        return "Cannot use converter " + type.getName() + ": it cannot be made: " + why
                + ". Declare a static class with a constructor without arguments that works, in an open package.";
    }

    private static MappingException wrong(Class<?> type, String whyAndWhatToDo) {
        return new MappingException("Cannot use converter " + type.getName() + ": " + whyAndWhatToDo);
    }
}
