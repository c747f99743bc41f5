package dev.grapnel.benchmarks.workloads.jdbc;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A statement that is sent for many rows at once, a thousand at most, each of which has to be written. */
final class Batch implements AutoCloseable {
    private static final int ROWS = 1_000;

    private final PreparedStatement statement;
    private int waiting;

    Batch(Connection connection, String sql) throws SQLException {
        statement = connection.prepareStatement(sql);
    }

    /** What the values of the next row are set in, before {@link #add}. */
    PreparedStatement row() {
        return statement;
    }

    void add() throws SQLException {
        statement.addBatch();
        if (++waiting == ROWS) {
            send();
        }
    }

    /** Sends what waits, if anything. */
    void send() throws SQLException {
        if (waiting == 0) {
            return;
        }
        for (int count : statement.executeBatch()) {
            if (count != 1) {
                throw new BatchUpdateException("A row was not written: " + count, new int[] {count});
            }
        }
        waiting = 0;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
