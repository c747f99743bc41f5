package dev.grapnel.sql.statement;

import dev.grapnel.core.error.DatabaseException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.sql.dialect.Dialect;
import dev.grapnel.sql.dialect.SqlErrors;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DataType;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a query gives, one after the other. For one thread; close it in any case, and within its transaction.
 *
 * <pre>{@code
 * try (Rows rows = runner.query(text, key)) {
 *   while (rows.next()) { Object name = rows.read(reader, 1); }
 * }
 * }</pre>
 */
public final class Rows implements AutoCloseable {
    private final PreparedText text;
    private final PreparedStatement statement;
    private final ResultSet resultSet;
    private final IdleStatements idle;
    private final Dialect dialect;
    private @Nullable OpenQuery watched;
    private @Nullable DatabaseException failure;
    private long count;
    private boolean closed;

    Rows(PreparedText text, PreparedStatement statement, ResultSet resultSet, IdleStatements idle, Dialect dialect) {
        this.text = text;
        this.statement = statement;
        this.resultSet = resultSet;
        this.idle = idle;
        this.dialect = dialect;
    }

    /** Has somebody told how many rows were read when they are closed. */
    void watchedBy(OpenQuery query) {
        this.watched = query;
    }

    /**
     * What reads the values of these rows; kept with the text of the statement.
     *
     * @param selected the types of the values; not changed any more
     * @param types how values come back
     * @return a reader for each; not to be changed
     */
    public ColumnReader[] readers(List<DataType<?>> selected, ValueTypes types) {
        return text.readers(selected, types);
    }

    /**
     * Goes to the next row.
     *
     * @return whether there is one
     * @throws InvalidRequestException if they were closed, by the program or by the end of the transaction
     * @throws DatabaseException if the database refuses
     */
    public boolean next() {
        if (closed) {
            throw new InvalidRequestException("Cannot read on from the rows of [" + text.sql()
                    + "]: they are closed, by the program or by the end of their transaction. Read them to the end"
                    + " before the session commits, rolls back or closes.");
        }
        try {
            boolean there = resultSet.next();
            if (there) {
                count++;
            }
            return there;
        } catch (SQLException refusal) {
            throw failed(refusal);
        }
    }

    /**
     * Reads a column of this row.
     *
     * @param reader for its type
     * @param position from one
     * @return the value, or null
     * @throws DatabaseException if the database refuses
     */
    public @Nullable Object read(ColumnReader reader, int position) {
        try {
            return reader.read(resultSet, position);
        } catch (SQLException refusal) {
            throw failed(refusal);
        }
    }

    /**
     * Reads an {@code int} column of this row.
     *
     * @param position from one
     * @return the value; zero for null
     * @throws DatabaseException if the database refuses
     */
    public int readInt(int position) {
        try {
            return resultSet.getInt(position);
        } catch (SQLException refusal) {
            throw failed(refusal);
        }
    }

    /** As {@link #readInt}, for a {@code long}. */
    public long readLong(int position) {
        try {
            return resultSet.getLong(position);
        } catch (SQLException refusal) {
            throw failed(refusal);
        }
    }

    /** As {@link #readInt}, for a {@code double}. */
    public double readDouble(int position) {
        try {
            return resultSet.getDouble(position);
        } catch (SQLException refusal) {
            throw failed(refusal);
        }
    }

    /** As {@link #readInt}, for a {@code String}; null for null. */
    public @Nullable String readString(int position) {
        try {
            return resultSet.getString(position);
        } catch (SQLException refusal) {
            throw failed(refusal);
        }
    }

    /**
     * The names of the columns.
     *
     * @return the names, in order
     * @throws DatabaseException if the database refuses
     */
    public List<String> labels() {
        try {
            ResultSetMetaData columns = resultSet.getMetaData();
            List<String> labels = new ArrayList<>(columns.getColumnCount());
            for (int position = 1; position <= columns.getColumnCount(); position++) {
                labels.add(columns.getColumnLabel(position));
            }
            return labels;
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** {@return the rows as JDBC knows them, on the same row} */
    public ResultSet resultSet() {
        return resultSet;
    }

    private DatabaseException failed(SQLException refusal) {
        DatabaseException failed = SqlErrors.statementFailed(dialect, text.sql(), "rows being read", refusal);
        this.failure = failed;
        return failed;
    }

    /** Lets go of the rows. Closing twice is harmless. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        idle.noLongerOpen(this);
        try {
            resultSet.close();
            idle.giveBack(text, statement, count);
        } catch (SQLException refusal) {
            throw failed(refusal);
        } finally {
            tell();
        }
    }

    private void tell() {
        if (watched != null) {
            watched.closed(count, failure);
        }
    }
}
