package dev.grapnel.sql.connection;

import java.sql.SQLException;

/** Where a transaction begins and ends on its connection: with the connection's own, or inside someone else's. */
interface TransactionBoundary {
    void begin() throws SQLException;

    void commit() throws SQLException;

    void rollback() throws SQLException;

    /** Ends a transaction that was neither committed nor rolled back. */
    default void abandon() throws SQLException {
        rollback();
    }

    /** Gives the connection back as it was. The transaction has ended. */
    void leave() throws SQLException;
}
