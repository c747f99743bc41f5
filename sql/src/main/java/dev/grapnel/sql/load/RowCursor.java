package dev.grapnel.sql.load;

import dev.grapnel.core.state.FieldValues;

/** The rows of one result, one after the other; values of the current one by position in the SELECT list. */
public interface RowCursor extends FieldValues {
    /** Steps to the next row. */
    boolean next();
}
