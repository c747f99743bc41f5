package dev.grapnel.sql.load;

import dev.grapnel.core.state.FieldValues;

/** The rows of one result, one after the other; values of the current one by position in the SELECT list. */
public interface RowCursor extends FieldValues {
    /** Steps to the next row. */
    boolean next();

    /**
     * Tells a value of the current row that was read already, so that {@link #value} gives it again.
     *
     * @param position in the SELECT list, from zero
     * @param value equal to what is there
     */
    default void known(int position, Object value) {
        // it is read again
    }
}
