package dev.grapnel.sql.load;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows that were read before the first of them is given: what listeners write meanwhile is not among them. */
public final class ReadRows implements RowCursor {
    private final List<@Nullable Object[]> all;
    private final Iterator<@Nullable Object[]> rows;
    private @Nullable Object @Nullable [] current;

    private ReadRows(List<@Nullable Object[]> all) {
        this.all = all;
        this.rows = all.iterator();
    }

    /**
     * Reads all rows.
     *
     * @param source the open result
     * @param width how many values a row has
     * @return the rows
     */
    public static ReadRows of(RowCursor source, int width) {
        List<@Nullable Object[]> all = new ArrayList<>();
        while (source.next()) {
            @Nullable Object[] row = new Object[width];
            for (int position = 0; position < width; position++) {
                row[position] = source.value(position);
            }
            all.add(row);
        }
        return new ReadRows(all);
    }

    /** The same rows, from the first on. */
    public ReadRows again() {
        return new ReadRows(all);
    }

    @Override
    public boolean next() {
        if (!rows.hasNext()) {
            return false;
        }
        current = rows.next();
        return true;
    }

    @Override
    public @Nullable Object value(int position) {
        return Objects.requireNonNull(current, "row")[position];
    }
}
