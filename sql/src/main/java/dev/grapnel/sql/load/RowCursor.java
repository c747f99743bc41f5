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
}
