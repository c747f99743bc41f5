package dev.grapnel.sql.array;

import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.ColumnTypes;
import java.lang.reflect.Array;
import java.util.List;
import java.util.function.Function;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jspecify.annotations.Nullable;

/** A column whose values go to the database as one array. Immutable. */
final class ArrayColumn {
    /** Longer ones gain nothing by it. An array of PostgreSQL may have a gigabyte at most, a text of H2 that is no CLOB so many characters. */
    private static final int MOST_CHARACTERS = 1 << 20;

    private final ArrayType type;
    private final DataType<?> inSql;
    private final @Nullable Function<Object, @Nullable Object> stored;

    private ArrayColumn(ArrayType type, DataType<?> inSql, @Nullable Function<Object, @Nullable Object> stored) {
        this.type = type;
        this.inSql = inSql;
        this.stored = stored;
    }

    /** The column, or null if values of its type go through jOOQ or in a way of the driver's own. */
    static @Nullable ArrayColumn of(Column column, Function<Class<?>, @Nullable ArrayType> ways) {
        DataType<?> dataType = column.dataType();
        Converter<?, ?> converter = dataType.getConverter();
        ArrayType type = ways.apply(converter.fromType());
        if (type == null || !dataType.getBinding().getClass().getName().startsWith("org.jooq.impl.")) {
            return null;
        }
        return new ArrayColumn(
                type, type.inSql(dataType), ColumnTypes.isConverted(dataType) ? storing(converter) : null);
    }

    @SuppressWarnings("unchecked") // a column gets values of its own type
    private static <T, U> Function<Object, @Nullable Object> storing(Converter<T, U> converter) {
        return value -> converter.to((U) value);
    }

    ArrayType type() {
        return type;
    }

    /** The type of an element. */
    DataType<?> inSql() {
        return inSql;
    }

    /** The values of the column at a place of rows, or null if they cannot be sent so. */
    Object @Nullable [] values(List<@Nullable Object[]> rows, int place) {
        @Nullable Object[] values = (Object[]) Array.newInstance(type.component(), rows.size());
        int characters = 0;
        for (int row = 0; row < values.length; row++) {
            Object value = stored(rows.get(row)[place]);
            if (value != null) {
                Object element = type.element().apply(value);
                if (!type.component().isInstance(element)) {
                    return null;
                }
                characters += length(element);
                if (characters > MOST_CHARACTERS) {
                    return null;
                }
                values[row] = element;
            }
        }
        return values;
    }

    private @Nullable Object stored(@Nullable Object value) {
        return value == null || stored == null ? value : stored.apply(value);
    }

    private static int length(Object element) {
        int length =
                element instanceof String text ? text.length() : element instanceof byte[] bytes ? bytes.length : 0;
        return Math.min(length, MOST_CHARACTERS + 1);
    }
}
