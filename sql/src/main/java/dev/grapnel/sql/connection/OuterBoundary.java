package dev.grapnel.sql.connection;

import java.sql.Connection;
import java.sql.SQLException;

/** The transaction that someone else has begun on their connection. */
final class OuterBoundary implements TransactionBoundary {
    private final Connection connection;
    private final boolean commits;

    /**
     * Does nothing yet.
     *
     * @param commits whether a commit reaches the database, and leaving without one rolls back
     */
    OuterBoundary(Connection connection, boolean commits) {
        this.connection = connection;
        this.commits = commits;
    }

    @Override
    public void begin() {
        // it has begun
    }

    @Override
    public void commit() throws SQLException {
        if (commits) {
            connection.commit();
        }
    }

    @Override
    public void rollback() throws SQLException {
        connection.rollback();
    }

    @Override
    public void abandon() throws SQLException {
        if (commits) {
            connection.rollback();
        }
    }

    @Override
    public void leave() {
        // it is someone else's
    }
}
