package dev.grapnel.sql.connection;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.sql.dialect.TwoPhase;
import java.sql.SQLException;

/** Where a transaction begins and ends on its connection: with the connection's own, or inside someone else's. */
interface TransactionBoundary {
    void begin() throws SQLException;

    /** Before each statement that must not run outside of the transaction, and before anything else has the connection. */
    default void beginIfLate() throws SQLException {
        // it has begun
    }

    /** First phase of a two-phase commit; {@code commit} or {@code rollback} is the second. */
    default void prepare(TwoPhase statements, String name) throws SQLException {
        throw new InvalidRequestException("Cannot prepare transaction '" + name
                + "': it belongs to someone else, who has to prepare it. Commit the session instead.");
    }

    /** Leaves a prepared transaction as it is; only behind {@code prepare}. */
    default void leavePrepared() throws SQLException {
        // nothing is prepared on a connection of someone else
    }

    void commit() throws SQLException;

    void rollback() throws SQLException;

    /** Ends a transaction that was neither committed nor rolled back. */
    default void abandon() throws SQLException {
        rollback();
    }

    /** Gives the connection back as it was. The transaction has ended. */
    void leave() throws SQLException;
}
