package dev.grapnel.sql.query;

import dev.grapnel.core.load.EntityLoader;
import dev.grapnel.core.load.LoadRun;
import dev.grapnel.sql.load.RowCursor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one page, read with the values of the order behind them.
 *
 * @param objects in order
 * @param last the values of the order in the last row of the page, or null if no row came behind it
 */
record PagedObjects(List<Object> objects, @Nullable Object @Nullable [] last) {
    /** What a listener gave in place of a page: it is the last one. */
    static PagedObjects given(List<?> objects, int size) {
        return new PagedObjects(List.copyOf(objects.subList(0, Math.min(size, objects.size()))), null);
    }

    /**
     * Reads a page and looks whether there is a row behind it.
     *
     * @param run the result
     * @param statement whose objects are read
     * @param order of the rows
     * @param size of the page
     * @param rows the result
     * @return the page
     */
    static PagedObjects read(LoadRun run, EntitySelect statement, PageOrder order, int size, RowCursor rows) {
        EntityLoader<RowCursor> loader =
                new EntityLoader<>(run, statement.shape().plan(), null, null);
        loader.begin();
        int first = statement.shape().fields().size();
        @Nullable Object[] values = new Object[order.fields().size()];
        List<Object> objects = new ArrayList<>();
        while (rows.next()) {
            if (objects.size() == size) {
                return new PagedObjects(objects, values);
            }
            Object object = loader.load(rows);
            if (object != null) {
                objects.add(object);
                Arrays.setAll(values, at -> rows.value(first + at));
            }
        }
        return new PagedObjects(objects, null);
    }
}
