package dev.grapnel.sql.load;

import dev.grapnel.sql.statement.ValueTypes;
import org.jooq.DataType;
import org.jspecify.annotations.Nullable;

/**
 * Where rows have a key of one part, and how it is read: a whole number that the row before had needs no box.
 *
 * @param position in the SELECT list, from zero
 * @param form of the numbers, {@link FieldForm#OBJECT} for all other keys
 */
record KeyPlace(int position, FieldForm form) {
    /**
     * The place of a column.
     *
     * @param position in the SELECT list, from zero
     * @param column its type
     */
    static KeyPlace of(int position, DataType<?> column) {
        FieldForm form = ValueTypes.isPlain(column, Integer.class)
                ? FieldForm.INT
                : ValueTypes.isPlain(column, Long.class) ? FieldForm.LONG : FieldForm.OBJECT;
        return new KeyPlace(position, form);
    }

    /** Whether it is a whole number. */
    boolean isNumber() {
        return form != FieldForm.OBJECT;
    }

    /** The key in a row, the one of the row before itself if both are equal; null if there is none. Zero may stand for null. */
    @Nullable Object read(RowCursor row, @Nullable Object previous) {
        if (form == FieldForm.INT) {
            int number = row.intAt(position);
            if (number != 0) {
                return previous instanceof Integer known && known == number ? previous : (Integer) number;
            }
        } else if (form == FieldForm.LONG) {
            long number = row.longAt(position);
            if (number != 0) {
                return previous instanceof Long known && known == number ? previous : (Long) number;
            }
        }
        Object value = row.value(position);
        return value != null && value.equals(previous) ? previous : value;
    }
}
