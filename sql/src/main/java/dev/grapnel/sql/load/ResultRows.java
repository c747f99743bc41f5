package dev.grapnel.sql.load;

import dev.grapnel.sql.statement.ColumnReader;
import dev.grapnel.sql.statement.Rows;
import dev.grapnel.sql.statement.ValueTypes;
import java.util.List;
import org.jooq.DataType;
import org.jspecify.annotations.Nullable;

/** Rows of a JDBC result, read in the types of the columns that were selected. */
public final class ResultRows implements RowCursor {
    private static final int NONE = -1;

    private final Rows rows;
    private final ColumnReader[] readers;
    /** Where each value is in the result, if not in its own place. */
    private final int @Nullable [] positions;

    private int knownPosition = NONE;
    private @Nullable Object known;

    /**
     * Wraps rows.
     *
     * @param rows of a statement
     * @param selected the types of the values in its SELECT list
     * @param types how values come back
     */
    public ResultRows(Rows rows, List<DataType<?>> selected, ValueTypes types) {
        this.rows = rows;
        this.positions = null;
        this.readers = rows.readers(selected, types);
    }

    /**
     * Wraps rows of which some values are read.
     *
     * @param rows of a statement
     * @param selected the types of the values
     * @param positions where in its SELECT list each is, from zero
     * @param types how values come back
     */
    public ResultRows(Rows rows, List<DataType<?>> selected, int[] positions, ValueTypes types) {
        this.rows = rows;
        this.positions = positions.clone();
        this.readers = types.readers(selected);
    }

    private int column(int position) {
        return 1 + (positions == null ? position : positions[position]);
    }

    @Override
    public boolean next() {
        knownPosition = NONE;
        return rows.next();
    }

    @Override
    public void known(int position, Object value) {
        knownPosition = position;
        known = value;
    }

    @Override
    public @Nullable Object value(int position) {
        return position == knownPosition ? known : rows.read(readers[position], column(position));
    }

    @Override
    public int intAt(int position) {
        return rows.readInt(column(position));
    }

    @Override
    public long longAt(int position) {
        return rows.readLong(column(position));
    }

    @Override
    public double doubleAt(int position) {
        return rows.readDouble(column(position));
    }

    @Override
    public @Nullable String stringAt(int position) {
        return rows.readString(column(position));
    }
}
