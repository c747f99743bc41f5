package dev.grapnel.sql.schema;

import dev.grapnel.core.error.InvalidArgumentException;
import java.lang.reflect.Array;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jspecify.annotations.Nullable;

/** The column types of arrays: the database keeps an array of what it keeps for one element. */
final class ArrayTypes {
    /** Arrays of these are bytes or a text. */
    private static final Set<Class<?>> NO_ELEMENTS = Set.of(byte.class, Byte.class, char.class, Character.class);

    private ArrayTypes() {}

    /** Whether a class is kept as an array of the database. */
    static boolean isArray(Class<?> type) {
        return type.isArray() && !type.getComponentType().isArray() && !NO_ELEMENTS.contains(type.getComponentType());
    }

    /**
     * The type for an array.
     *
     * @param definition of the column, whose sizes are those of each element
     * @param ofElement gives the type of a column with one element
     * @return the type, or null if elements of that class cannot be kept
     */
    static @Nullable DataType<?> of(
            ColumnDefinition definition, Function<ColumnDefinition, @Nullable DataType<?>> ofElement) {
        Class<?> component = definition.javaType.getComponentType();
        DataType<?> element = ofElement.apply(definition.as(component));
        if (element == null) {
            return null;
        }
        boolean asItIs = element.getFromType() == element.getType();
        DataType<?> stored = asItIs ? element : ofElement.apply(definition.as(element.getFromType()));
        if (stored == null) {
            return null;
        }
        return asItIs && !component.isPrimitive()
                ? stored.array()
                : KeptAsArray.of(stored.array(), converter(stored.getType(), component, element.getConverter()));
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // both are arrays, of the classes that the converter of elements has
    private static Converter converter(Class<?> stored, Class<?> component, Converter element) {
        return Converter.ofNullable(
                (Class<Object>) stored.arrayType(),
                (Class<Object>) component.arrayType(),
                kept -> each(kept, component, element::from),
                array -> each(array, stored, element::to));
    }

    private static Object each(Object array, Class<?> component, Function<Object, @Nullable Object> change) {
        int length = Array.getLength(array);
        Object changed = Array.newInstance(component, length);
        for (int at = 0; at < length; at++) {
            Object element = change.apply(Array.get(array, at));
            if (element == null && component.isPrimitive()) {
                throw new InvalidArgumentException("Cannot read an array of " + component + ": its element " + at
                        + " is null in the database. Declare the field as an array of objects, as Integer[].");
            }
            Array.set(changed, at, element);
        }
        return changed;
    }
}
