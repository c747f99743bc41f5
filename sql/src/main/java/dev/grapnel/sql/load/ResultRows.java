package dev.grapnel.sql.load;

import dev.grapnel.sql.statement.ColumnReader;
import dev.grapnel.sql.statement.Rows;
import dev.grapnel.sql.statement.ValueTypes;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DataType;
import org.jspecify.annotations.Nullable;

/** Rows of a JDBC result, read in the types of the columns that were selected. */
public final class ResultRows implements RowCursor {
    private final Rows rows;
    private final ColumnReader[] readers;
    private final int[] positions;

    /**
     * Wraps rows.
     *
     * @param rows of a statement
     * @param selected the types of the values in its SELECT list
     * @param types how values come back
     */
    public ResultRows(Rows rows, List<DataType<?>> selected, ValueTypes types) {
        this(rows, selected, IntStream.range(0, selected.size()).toArray(), types);
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
        this.readers = new ColumnReader[selected.size()];
        for (int at = 0; at < readers.length; at++) {
            readers[at] = types.reader(selected.get(at));
        }
    }

    @Override
    public boolean next() {
        return rows.next();
    }

    @Override
    public @Nullable Object value(int position) {
        return rows.read(readers[position], positions[position] + 1);
    }

    @Override
    public int intAt(int position) {
        return rows.readInt(positions[position] + 1);
    }

    @Override
    public long longAt(int position) {
        return rows.readLong(positions[position] + 1);
    }

    @Override
    public double doubleAt(int position) {
        return rows.readDouble(positions[position] + 1);
    }
}
