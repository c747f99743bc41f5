package dev.grapnel.sql.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;

/** A transaction behind a savepoint in one that belongs to someone else. */
final class JoinedBoundary implements TransactionBoundary {
    private final Connection connection;
    private @Nullable Savepoint start;

    JoinedBoundary(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void begin() throws SQLException {
        start = connection.setSavepoint();
    }

    @Override
    public void commit() throws SQLException {
        if (start != null) {
            connection.releaseSavepoint(start);
        }
    }

    @Override
    public void rollback() throws SQLException {
        if (start != null) {
            connection.rollback(start);
        }
    }

    @Override
    public void leave() {
        start = null;
    }
}
