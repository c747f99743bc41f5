package dev.grapnel.sql.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Takes values of one type out of rows, by position. Thread-safe. */
@FunctionalInterface
public interface ColumnReader {
    /**
     * Reads one column of the current row.
     *
     * @param rows positioned on a row
     * @param position of the column, from one
     * @return the value, or null if the column is null
     * @throws SQLException if the driver refuses
     */
    @Nullable Object read(ResultSet rows, int position) throws SQLException;
}
