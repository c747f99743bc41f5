package dev.grapnel.sql.connection;

import dev.grapnel.sql.dialect.TwoPhase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A transaction of our own: on a connection taken from the engine for it, or on one that someone lends while they have none open. */
final class OwnedBoundary implements TransactionBoundary {
    private final Connection connection;
    private final boolean switchForeignKeysOn;
    private final Lender lender;
    private final boolean late;
    private boolean begun;
    private boolean discarded;
    private boolean wasAutoCommit;
    private boolean ended;
    private @Nullable Prepared prepared;

    /** A transaction after the first phase. */
    private record Prepared(TwoPhase statements, String name) {}

    /**
     * Begins nothing yet.
     *
     * @param switchForeignKeysOn for a connection of SQLite that the engine did not open itself
     * @param lender whose connection it is
     * @param late whether the database hears of the transaction with the first statement that needs it
     */
    OwnedBoundary(Connection connection, boolean switchForeignKeysOn, Lender lender, boolean late) {
        this.connection = connection;
        this.switchForeignKeysOn = switchForeignKeysOn;
        this.lender = lender;
        this.late = late;
    }

    /** On a connection that stays open afterwards, and keeps its settings. */
    static OwnedBoundary onLent(Connection connection) {
        return new OwnedBoundary(connection, false, new Owner(), false);
    }

    @Override
    public void begin() throws SQLException {
        wasAutoCommit = connection.getAutoCommit();
        if (!late) {
            beginNow(wasAutoCommit);
        } else if (!wasAutoCommit) {
            connection.setAutoCommit(true);
        }
    }

    @Override
    public void beginIfLate() throws SQLException {
        if (!begun && !ended) {
            beginNow(true);
        }
    }

    private void beginNow(boolean autoCommit) throws SQLException {
        begun = true;
        if (switchForeignKeysOn && autoCommit) {
            // Has no effect inside a transaction.
            execute("PRAGMA foreign_keys = ON");
        }
        if (autoCommit) {
            connection.setAutoCommit(false);
        }
    }

    @Override
    public void prepare(TwoPhase statements, String name) throws SQLException {
        beginIfLate();
        execute(statements.prepare(name));
        prepared = new Prepared(statements, name);
    }

    @Override
    public void commit() throws SQLException {
        Prepared before = prepared;
        if (before == null) {
            if (begun) {
                connection.commit();
            }
        } else {
            // Whatever comes of it, the decision is made: nothing here may roll back any more.
            prepared = null;
            ended = true;
            commit(before);
        }
        ended = true;
    }

    private void commit(Prepared before) throws SQLException {
        try {
            secondPhase(before, before.statements().commit(before.name()));
        } catch (SQLException failure) {
            try {
                discardIfBound(before);
            } catch (SQLException further) {
                failure.addSuppressed(further);
            }
            throw failure;
        }
    }

    @Override
    public void rollback() throws SQLException {
        Prepared before = prepared;
        if (before != null) {
            prepared = null;
            secondPhase(before, before.statements().rollback(before.name()));
        } else if (begun && !ended) {
            connection.rollback();
        }
        ended = true;
    }

    private void secondPhase(Prepared transaction, String sql) throws SQLException {
        boolean outside = transaction.statements().endsOutside();
        if (outside) {
            connection.setAutoCommit(true);
        }
        execute(sql);
        if (outside) {
            connection.setAutoCommit(false);
        }
    }

    @Override
    public void leavePrepared() throws SQLException {
        Prepared before = prepared;
        prepared = null;
        ended = true;
        if (before != null) {
            discardIfBound(before);
        }
    }

    /** Where the second phase is a matter of the same connection, going on with the connection would end the transaction. */
    private void discardIfBound(Prepared before) throws SQLException {
        if (!before.statements().endsOutside()) {
            discarded = true;
            lender.discard(connection);
        }
    }

    @Override
    public void abandon() throws SQLException {
        if (!ended) {
            rollback();
        }
    }

    @Override
    public void leave() throws SQLException {
        try {
            // Switching in the middle of a transaction would commit it.
            if (isAutoCommit() != wasAutoCommit && ended && !discarded && !connection.isClosed()) {
                connection.setAutoCommit(wasAutoCommit);
            }
        } finally {
            lender.takeBack(connection);
        }
    }

    private boolean isAutoCommit() {
        return late && !begun;
    }

    /** From whom a connection is. */
    interface Lender {
        /** Closes a connection in such a way that no pool hands it out again. */
        void discard(Connection connection) throws SQLException;

        /** The transaction has ended. */
        void takeBack(Connection connection) throws SQLException;
    }

    /** Has lent a connection that stays open. */
    private static final class Owner implements Lender {
        @Override
        public void discard(Connection connection) throws SQLException {
            connection.close();
        }

        @Override
        public void takeBack(Connection connection) {
            // it goes on using the connection
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
