package dev.grapnel.sql.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A transaction of our own: on a connection taken from the engine for it, or on one that someone lends while they have none open. */
final class OwnedBoundary implements TransactionBoundary {
    private final Connection connection;
    private final boolean switchForeignKeysOn;
    private final boolean lent;
    private boolean wasAutoCommit;
    private boolean ended;

    /**
     * Begins nothing yet.
     *
     * @param switchForeignKeysOn for a connection of SQLite that the engine did not open itself
     */
    OwnedBoundary(Connection connection, boolean switchForeignKeysOn) {
        this(connection, switchForeignKeysOn, false);
    }

    private OwnedBoundary(Connection connection, boolean switchForeignKeysOn, boolean lent) {
        this.connection = connection;
        this.switchForeignKeysOn = switchForeignKeysOn;
        this.lent = lent;
    }

    /** On a connection that stays open afterwards, and keeps its settings. */
    static OwnedBoundary onLent(Connection connection) {
        return new OwnedBoundary(connection, false, true);
    }

    @Override
    public void begin() throws SQLException {
        wasAutoCommit = connection.getAutoCommit();
        if (switchForeignKeysOn && wasAutoCommit) {
            // Has no effect inside a transaction.
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA foreign_keys = ON");
            }
        }
        if (wasAutoCommit) {
            connection.setAutoCommit(false);
        }
    }

    @Override
    public void commit() throws SQLException {
        connection.commit();
        ended = true;
    }

    @Override
    public void rollback() throws SQLException {
        connection.rollback();
        ended = true;
    }

    @Override
    public void leave() throws SQLException {
        try {
            // Switching in the middle of a transaction would commit it.
            if (wasAutoCommit && ended && !connection.isClosed()) {
                connection.setAutoCommit(true);
            }
        } finally {
            if (!lent) {
                connection.close();
            }
        }
    }
}
