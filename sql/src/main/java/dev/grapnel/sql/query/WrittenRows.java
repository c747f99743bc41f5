package dev.grapnel.sql.query;

import dev.grapnel.sql.load.NamedShape;
import dev.grapnel.sql.load.RowCursor;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a statement that the application wrote itself, whose columns were found by their names.
 *
 * @param shape of the rows
 * @param values of the columns that were found
 */
record WrittenRows(NamedShape shape, RowCursor values) implements RowCursor {
    @Override
    public boolean next() {
        return values.next();
    }

    @Override
    public @Nullable Object value(int position) {
        return values.value(position);
    }
}
