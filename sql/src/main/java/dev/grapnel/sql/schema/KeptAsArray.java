package dev.grapnel.sql.schema;

import org.jooq.ContextConverter;
import org.jooq.Converter;
import org.jooq.ConverterContext;
import org.jooq.DataType;
import org.jspecify.annotations.Nullable;

/**
 * Converts to and from an array of the database, and knows its type, which jOOQ does not find again behind a converter.
 *
 * @param array type of the column
 * @param between that array and the values
 */
record KeptAsArray(DataType<Object> array, Converter<Object, Object> between)
        implements ContextConverter<Object, Object> {
    private static final long serialVersionUID = 1L;

    /** The type of a column that keeps values as arrays of another type, which may itself be converted. */
    @SuppressWarnings("unchecked") // an array of what the converter takes
    static DataType<?> of(DataType<?> type, Converter<?, ?> converter) {
        Converter<Object, Object> outer = (Converter<Object, Object>) converter;
        DataType<Object> array = (DataType<Object>) stored(type);
        Converter<Object, Object> inner = (Converter<Object, Object>) type.getConverter();
        Converter<Object, Object> both = array == type
                ? outer
                : Converter.ofNullable(
                        array.getType(),
                        outer.toType(),
                        kept -> outer.from(inner.from(kept)),
                        value -> inner.to(outer.to(value)));
        return array.asConvertedDataType(new KeptAsArray(array, both));
    }

    /** The array that a column holds, or the type itself. */
    static DataType<?> stored(DataType<?> type) {
        Converter<?, ?> converter = type.getConverter();
        // jOOQ keeps a converter of this kind as it is, and wraps others.
        return converter instanceof KeptAsArray kept ? kept.array : type;
    }

    @Override
    @SuppressWarnings("NullAway") // a value that is not there is null on both sides
    public @Nullable Object from(@Nullable Object kept, ConverterContext context) {
        return between.from(kept);
    }

    @Override
    @SuppressWarnings("NullAway")
    public @Nullable Object to(@Nullable Object value, ConverterContext context) {
        return between.to(value);
    }

    @Override
    public Class<Object> fromType() {
        return between.fromType();
    }

    @Override
    public Class<Object> toType() {
        return between.toType();
    }
}
