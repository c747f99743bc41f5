package dev.grapnel.sql.load;

import dev.grapnel.core.state.Enhanced;
import dev.grapnel.sql.statement.ValueTypes;
import java.util.Set;
import org.jooq.DataType;

/** In which form a value goes from a row into a field: the common primitive types need no box on the way, and strings no reader that is chosen by type. */
enum FieldForm {
    OBJECT,
    INT,
    LONG,
    DOUBLE,
    STRING;

    /** Types of fields that are read as such, unless their column has another type. */
    private static final Set<Class<?>> READ_PLAIN = Set.of(int.class, long.class, double.class, String.class);

    /**
     * The form for a field.
     *
     * @param field its declared type
     * @param column the type of the column
     */
    static FieldForm of(Class<?> field, DataType<?> column) {
        if (field == int.class && ValueTypes.isPlain(column, Integer.class)) {
            return INT;
        } else if (field == long.class && ValueTypes.isPlain(column, Long.class)) {
            return LONG;
        }
        if (field == String.class && ValueTypes.isPlain(column, String.class)) {
            return STRING;
        }
        return field == double.class && ValueTypes.isPlain(column, Double.class) ? DOUBLE : OBJECT;
    }

    /** Puts a value of a row into a field; null into a primitive one stores zero. */
    void put(RowCursor row, int position, Enhanced object, int index) {
        switch (this) {
            case INT -> object.$grapnel$putInt(index, row.intAt(position));
            case LONG -> object.$grapnel$putLong(index, row.longAt(position));
            case DOUBLE -> object.$grapnel$putDouble(index, row.doubleAt(position));
            case STRING -> object.$grapnel$put(index, row.stringAt(position));
            case OBJECT -> object.$grapnel$put(index, row.value(position));
        }
    }

    /**
     * How {@link Enhanced#$grapnel$fill} is told where the value of a field is.
     *
     * @param field its declared type
     * @param position in the SELECT list, from zero
     */
    int place(Class<?> field, int position) {
        return this == OBJECT && READ_PLAIN.contains(field) ? -2 - position : position;
    }
}
