package dev.grapnel.sql.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of one of several databases.
 *
 * @param item what was asked for: an object, or an array of values
 * @param order the values of the order
 * @param nullsAreGreatest how the database sorts nulls if it is not told
 */
record PartRow(Object item, @Nullable Object[] order, boolean nullsAreGreatest) {
    /** The rows of all databases, one database after the other; what a listener gave has no order. */
    static List<PartRow> of(List<?> contents) {
        List<PartRow> rows = new ArrayList<>();
        for (Object content : contents) {
            for (Object row : (List<?>) content) {
                rows.add(row instanceof PartRow part ? part : new PartRow(row, new Object[0], true));
            }
        }
        return rows;
    }
}
