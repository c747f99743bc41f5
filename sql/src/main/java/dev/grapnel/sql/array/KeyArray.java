package dev.grapnel.sql.array;

import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.ColumnTypes;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Keys of one column as one parameter. */
public final class KeyArray {
    /** What is sure to be taken as an array without more ado. */
    private static final Set<Class<?>> IN_ARRAYS =
            Set.of(Short.class, Integer.class, Long.class, String.class, UUID.class);

    private KeyArray() {}

    /**
     * Whether keys can go as an array.
     *
     * @param key columns of the key
     * @return whether it has one column, of a type that drivers take in arrays
     */
    public static boolean fits(List<Column> key) {
        if (key.size() != 1) {
            return false;
        }
        DataType<?> type = key.get(0).dataType();
        return !ColumnTypes.isConverted(type) && IN_ARRAYS.contains(type.getType());
    }

    /**
     * The type of the array. Texts in it have no length, to which the database would cut them, so that they were the keys of other rows.
     *
     * @param key the column
     * @return its type
     */
    @SuppressWarnings("unchecked") // an array of the column's own type
    public static DataType<Object> type(Column key) {
        DataType<?> element = key.dataType().getType() == String.class ? SQLDataType.VARCHAR : key.dataType();
        return (DataType<Object>) (DataType<?>) element.getArrayDataType();
    }

    /**
     * Makes an array.
     *
     * @param key the column
     * @param values of the column
     * @return an array of the type of the column
     */
    public static Object of(Column key, List<? extends @Nullable Object> values) {
        Object array = Array.newInstance(key.dataType().getType(), values.size());
        for (int at = 0; at < values.size(); at++) {
            Array.set(array, at, values.get(at));
        }
        return array;
    }
}
