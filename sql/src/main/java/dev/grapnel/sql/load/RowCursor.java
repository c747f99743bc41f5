package dev.grapnel.sql.load;

import org.jspecify.annotations.Nullable;

/** The rows of one result, one after the other; values by position in the SELECT list. */
public interface RowCursor {
    /** Steps to the next row. */
    boolean next();

    /**
     * A value of the current row.
     *
     * @param position in the SELECT list, from zero
     * @return the value in the type of its column, or null
     */
    @Nullable Object value(int position);

    /**
     * A value of the current row, if its column is of type {@code Integer}; no box is made where the database can be asked for it.
     *
     * @param position in the SELECT list, from zero
     * @return the value; zero for null
     */
    default int intAt(int position) {
        return value(position) instanceof Integer value ? value : 0;
    }

    /** As {@link #intAt}, for {@code Long}. */
    default long longAt(int position) {
        return value(position) instanceof Long value ? value : 0;
    }

    /** As {@link #intAt}, for {@code Double}. */
    default double doubleAt(int position) {
        return value(position) instanceof Double value ? value : 0;
    }

    /** A value of the current row, if its column is of type {@code String}; or null. */
    default @Nullable String stringAt(int position) {
        return (String) value(position);
    }
}
