package dev.grapnel.sql.connection;

import dev.grapnel.core.error.DatabaseException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.error.TransactionClosedException;
import dev.grapnel.core.store.StoreTransaction;
import dev.grapnel.sql.dialect.SqlErrors;
import dev.grapnel.sql.dialect.TwoPhase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A transaction on a connection of its own. For one thread; close it in any case.
 *
 * <p>On PostgreSQL a statement that fails spoils the transaction: until it is rolled back, at least to a savepoint, every further
 * statement fails. A read that came before the transaction had begun there ({@link EngineSettings#lateBegin()}) spoils nothing.
 */
public final class JdbcTransaction implements StoreTransaction, AutoCloseable {
    private final JdbcConnection connection;
    private final TransactionBoundary boundary;
    private final List<AutoCloseable> resources = new ArrayList<>(1);
    private String name = "a transaction";
    private boolean active = true;
    private boolean closed;

    private JdbcTransaction(JdbcConnection connection, TransactionBoundary boundary) {
        this.connection = connection;
        this.boundary = boundary;
    }

    static JdbcTransaction begin(JdbcConnection connection, TransactionBoundary boundary) throws SQLException {
        boundary.begin();
        return new JdbcTransaction(connection, boundary);
    }

    @Override
    public JdbcConnection connection() {
        return connection;
    }

    /** {@return whether it was neither committed nor rolled back yet} */
    public boolean isActive() {
        return active;
    }

    /**
     * Closes something with the transaction, before the connection is given back.
     *
     * @param resource as prepared statements
     */
    public void closesToo(AutoCloseable resource) {
        resources.add(resource);
    }

    /**
     * First phase of a two-phase commit (rule U-40): the database keeps everything under a name, also if this program ends. Afterwards only
     * {@link #commit}, {@link #rollback} and {@link #close} are possible.
     *
     * @param name letters, digits, and {@code . _ : -}; unique in the database
     * @throws InvalidRequestException if the database knows no two-phase commit
     * @throws DatabaseException if the database refuses, as when prepared transactions are switched off
     */
    @Override
    public void prepare(String name) {
        TwoPhase statements = connection.engine().requireTwoPhase();
        act("prepare transaction '" + name + "'", live -> boundary.prepare(statements, name));
        this.name = "prepared transaction '" + name + "'";
    }

    @Override
    public void requireTwoPhase() {
        connection.engine().requireTwoPhase();
    }

    /** Ends the use of a prepared transaction: it stays prepared, and {@link PreparedTransactions} commits it later. */
    @Override
    public void leavePrepared() {
        if (active) {
            active = false;
            run("leave " + name, live -> boundary.leavePrepared());
        }
    }

    /**
     * Makes everything since the beginning durable.
     *
     * @throws dev.grapnel.core.error.IntegrityException if a deferred constraint is hurt
     * @throws DatabaseException if the database refuses; the transaction is still to be rolled back
     * @throws TransactionClosedException if it has ended
     */
    @Override
    public void commit() {
        act("commit " + name, live -> boundary.commit());
        active = false;
    }

    /**
     * Undoes everything since the beginning. Harmless if the transaction has ended.
     *
     * @throws DatabaseException if the database refuses, as when the connection broke; everything is undone by that, too
     */
    @Override
    public void rollback() {
        if (active) {
            active = false;
            run("roll back " + name, live -> boundary.rollback());
        }
    }

    /**
     * Sets a savepoint.
     *
     * @throws TransactionClosedException if the transaction has ended
     */
    @Override
    public JdbcSavepoint savepoint() {
        requireActive("set a savepoint");
        try {
            return new JdbcSavepoint(this, connection.jdbc().setSavepoint());
        } catch (SQLException failure) {
            throw SqlErrors.actionFailed(connection.engine().dialect(), "set a savepoint", failure);
        }
    }

    /** Undoes what was not committed, and gives the connection back. Closing twice is harmless. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            closeResources();
        } finally {
            rollBackAndLeave();
        }
    }

    private void rollBackAndLeave() {
        try {
            abandon();
        } finally {
            run("give back a connection", live -> boundary.leave());
        }
    }

    private void abandon() {
        if (active) {
            active = false;
            run("roll back " + name, live -> boundary.abandon());
        }
    }

    /** Closes them all, whichever fail; the first failure is thrown with the others. */
    private void closeResources() {
        DatabaseException failed = null;
        for (AutoCloseable resource : resources) {
            try {
                resource.close();
            } catch (Exception failure) {
                if (failed == null) {
                    failed = cannotClose(resource, failure);
                } else {
                    failed.addSuppressed(failure);
                }
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    private static DatabaseException cannotClose(AutoCloseable resource, Exception failure) {
        return new DatabaseException(
                "Cannot close " + resource + " at the end of a transaction: " + failure.getMessage()
                        + ". What was not committed is undone.",
                failure);
    }

    void act(String action, Step step) {
        requireActive(action);
        run(action, step);
    }

    private void run(String action, Step step) {
        try {
            step.on(connection);
        } catch (SQLException failure) {
            throw SqlErrors.actionFailed(connection.engine().dialect(), action, failure);
        }
    }

    private void requireActive(String action) {
        if (!active) {
            throw new TransactionClosedException(
                    "Cannot " + action + " on " + connection + ": the transaction has ended. Begin another one.");
        }
    }

    /** Something done on the connection. */
    interface Step {
        void on(JdbcConnection connection) throws SQLException;
    }
}
