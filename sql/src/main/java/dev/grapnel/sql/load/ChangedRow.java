package dev.grapnel.sql.load;

import org.jspecify.annotations.Nullable;

/** The current row of a result with one value in place of another. */
final class ChangedRow implements RowCursor {
    private final RowCursor row;
    private final int position;
    private final @Nullable Object value;

    private ChangedRow(RowCursor row, int position, @Nullable Object value) {
        this.row = row;
        this.position = position;
        this.value = value;
    }

    static ChangedRow of(RowCursor row, int position, @Nullable Object value) {
        return new ChangedRow(row, position, value);
    }

    @Override
    public boolean next() {
        throw new UnsupportedOperationException("It is one row.");
    }

    @Override
    public @Nullable Object value(int at) {
        return at == position ? value : row.value(at);
    }

    @Override
    public int intAt(int at) {
        return at == position ? RowCursor.super.intAt(at) : row.intAt(at);
    }

    @Override
    public long longAt(int at) {
        return at == position ? RowCursor.super.longAt(at) : row.longAt(at);
    }

    @Override
    public double doubleAt(int at) {
        return at == position ? RowCursor.super.doubleAt(at) : row.doubleAt(at);
    }

    @Override
    public @Nullable String stringAt(int at) {
        return at == position ? RowCursor.super.stringAt(at) : row.stringAt(at);
    }
}
