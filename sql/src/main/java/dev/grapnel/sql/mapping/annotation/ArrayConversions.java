package dev.grapnel.sql.mapping.annotation;

import dev.grapnel.core.annotation.ArrayColumn;
import dev.grapnel.core.annotation.Mutable;
import dev.grapnel.core.error.MappingException;
import dev.grapnel.sql.mapping.declaration.Conversion;
import dev.grapnel.sql.mapping.declaration.ValueDeclaration;
import dev.grapnel.sql.schema.ColumnTypes;
import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Converter;
import org.jspecify.annotations.Nullable;

/** How arrays are kept that a database takes for something else, and collections that are kept as arrays. */
final class ArrayConversions {
    private final EntityField field;
    private final Class<?> type;

    private ArrayConversions(EntityField field) {
        this.field = field;
        this.type = field.type();
    }

    /** The conversion of a field that needs one of these, or null. */
    static @Nullable Conversion of(EntityField field) {
        if (field.has(ArrayColumn.class)) {
            return new ArrayConversions(field).ofCollection();
        }
        return field.type().isArray() ? ofArray(field.type()) : null;
    }

    private static @Nullable Conversion ofArray(Class<?> type) {
        if (type == char[].class) {
            return as(char[].class, String.class, String::toCharArray, String::valueOf);
        }
        if (type == Character[].class) {
            return as(Character[].class, String.class, ArrayConversions::letters, ArrayConversions::text);
        }
        return type == Byte[].class
                ? as(Byte[].class, byte[].class, ArrayConversions::boxed, ArrayConversions::unboxed)
                : null;
    }

    /** The type of one element, if a field is kept as an array, or the type of the field. */
    static Class<?> elementOf(EntityField field) {
        return ColumnTypes.isArray(field.type()) ? field.type().getComponentType() : field.type();
    }

    // ---- collections ----

    private Conversion ofCollection() {
        if (type.isArray()) {
            throw field.wrong("@ArrayColumn is for collections, and an array is kept so anyway. Leave it out.");
        }
        if (type != List.class && type != Collection.class && type != Set.class) {
            throw field.wrong("it has @ArrayColumn, and is of " + type.getName()
                    + ". Declare it as java.util.List, java.util.Set or java.util.Collection.");
        }
        Class<?> element = element();
        Class<?> array = element.arrayType();
        if (!ColumnTypes.isArray(array) || !ColumnTypes.isKnown(array)) {
            throw field.wrong(
                    "its elements are of " + element.getName()
                            + ", and no column keeps arrays of those. Use elements that a column can hold, or a converter with @Convert.");
        }
        return new Conversion(type, array, between(element));
    }

    private Class<?> element() {
        if (field.genericType() instanceof ParameterizedType generic) {
            Class<?> found = TypeArguments.classOf(generic.getActualTypeArguments()[0], field.entity());
            if (found != Object.class) {
                return ValueDeclaration.boxed(found);
            }
        }
        throw unknownElement();
    }

    private MappingException unknownElement() {
        return field.wrong("the type of its elements is not known, because " + type.getSimpleName()
                + " has no type argument. Declare it like List<String>.");
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // an array of elements of the collection
    private Converter between(Class<?> element) {
        boolean mutable = field.has(Mutable.class);
        Function<Object[], Object> read =
                type == Set.class ? array -> set(array, mutable) : array -> list(array, mutable);
        Function<Collection<?>, Object[]> write =
                elements -> elements.toArray((Object[]) Array.newInstance(element, 0));
        return Converter.ofNullable((Class) element.arrayType(), (Class) type, (Function) read, (Function) write);
    }

    private static List<@Nullable Object> list(@Nullable Object[] array, boolean mutable) {
        List<@Nullable Object> elements = Arrays.asList(array);
        return mutable ? new ArrayList<>(elements) : Collections.unmodifiableList(elements);
    }

    private static Set<@Nullable Object> set(@Nullable Object[] array, boolean mutable) {
        Set<@Nullable Object> elements = new LinkedHashSet<>(Arrays.asList(array));
        return mutable ? elements : Collections.unmodifiableSet(elements);
    }

    // ---- texts and bytes ----

    private static <X, Y> Conversion as(Class<X> type, Class<Y> stored, Function<Y, X> read, Function<X, Y> write) {
        return new Conversion(type, stored, Converter.ofNullable(stored, type, read, write));
    }

    private static Character[] letters(String text) {
        return text.chars().mapToObj(letter -> (char) letter).toArray(Character[]::new);
    }

    private static String text(Character[] letters) {
        StringBuilder text = new StringBuilder(letters.length);
        for (Character letter : letters) {
            text.append(letter.charValue());
        }
        return text.toString();
    }

    private static Byte[] boxed(byte[] bytes) {
        Byte[] boxed = new Byte[bytes.length];
        Arrays.setAll(boxed, at -> bytes[at]);
        return boxed;
    }

    private static byte[] unboxed(Byte[] boxed) {
        byte[] bytes = new byte[boxed.length];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = boxed[at];
        }
        return bytes;
    }
}
