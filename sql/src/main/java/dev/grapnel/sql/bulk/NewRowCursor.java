package dev.grapnel.sql.bulk;

import dev.grapnel.sql.load.RowCursor;
import dev.grapnel.sql.schema.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inserted rows as a SELECT would give them. */
final class NewRowCursor implements RowCursor {
    private final List<NewRow> rows;
    private final List<Column> selected;
    private int at = -1;

    NewRowCursor(List<NewRow> rows, List<Column> selected) {
        this.rows = rows;
        this.selected = selected;
    }

    @Override
    public boolean next() {
        return ++at < rows.size();
    }

    @Override
    public @Nullable Object value(int position) {
        return rows.get(at).returned(selected.get(position));
    }
}
