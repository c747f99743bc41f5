package dev.grapnel.sql.mapping.declaration;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.sql.schema.ColumnDefinition;
import jakarta.persistence.AttributeConverter;
import java.util.function.Function;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jspecify.annotations.Nullable;

/**
 * How a value is kept as one of another type. A null is null on both sides; the converter is not asked.
 *
 * @param attributeType of the field
 * @param storedType of the column
 * @param converter between the two
 * @param columnType of jOOQ, which tells all of it, or null
 */
public record Conversion(
        Class<?> attributeType,
        Class<?> storedType,
        Converter<?, ?> converter,
        @Nullable DataType<?> columnType) {

    public Conversion(Class<?> attributeType, Class<?> storedType, Converter<?, ?> converter) {
        this(attributeType, storedType, converter, null);
    }

    public static Conversion of(DataType<?> columnType) {
        return new Conversion(columnType.getType(), columnType.getFromType(), columnType.getConverter(), columnType);
    }

    /** Has a column keep its values so. */
    public ColumnDefinition applyTo(ColumnDefinition definition) {
        return columnType == null ? definition.converted(storedType, converter) : definition.dataType(columnType);
    }

    public static <X, Y> Conversion of(AttributeConverter<X, Y> said, Class<X> attributeType, Class<Y> storedType) {
        Function<Y, X> read = guarded(said, "from the database", said::convertToEntityAttribute);
        Function<X, Y> write = guarded(said, "for the database", said::convertToDatabaseColumn);
        return new Conversion(attributeType, storedType, Converter.ofNullable(storedType, attributeType, read, write));
    }

    private static <F, T> Function<F, T> guarded(Object converter, String where, Function<F, T> function) {
        return value -> {
            try {
                return function.apply(value);
            } catch (RuntimeException failure) {
                throw new InvalidArgumentException(
                        "Cannot convert a value of " + value.getClass().getName() + " " + where + ": converter "
                                + converter.getClass().getName() + " failed with " + failure
                                + ". Correct the converter, or the value.",
                        failure);
            }
        };
    }
}
