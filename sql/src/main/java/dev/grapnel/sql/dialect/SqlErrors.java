package dev.grapnel.sql.dialect;

import dev.grapnel.core.error.DatabaseException;
import dev.grapnel.core.error.IntegrityException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/**
 * Turns exceptions of JDBC drivers into Grapnel's.
 *
 * <p>The message names the statement but shows none of its parameters. What the database itself says is repeated as it is; PostgreSQL and
 * H2 quote the offending values there.
 */
public final class SqlErrors {
    private static final String CONSTRAINT_CLASS = "23";
    private static final String CONNECTION_CLASS = "08";
    private static final int SQLITE_CONSTRAINT = 19;
    private static final int SQLITE_BUSY = 5;
    private static final int SQLITE_LOCKED = 6;
    private static final int MARIADB_LOCK_TIMEOUT = 1205;
    private static final int PRIMARY_CODE = 0xff;

    private static final String H2_STATEMENT = "; SQL statement:";

    private SqlErrors() {}

    /**
     * The exception for a statement that failed.
     *
     * @param dialect of the database
     * @param sql the text of the statement
     * @param parameters what to say of its parameters, as {@code 3 parameters, hidden}
     * @param failure what the driver threw
     * @return an {@link IntegrityException} if a constraint was hurt, else a plain {@code DatabaseException}
     */
    public static DatabaseException statementFailed(
            Dialect dialect, String sql, String parameters, SQLException failure) {
        SQLException reason = reasonOf(failure);
        String what = "Cannot run statement [" + sql + "] with " + parameters + ": ";
        if (isConstraintViolation(dialect, reason)) {
            return new IntegrityException(
                    what + "it would break a constraint of the database (" + textOf(reason)
                            + "). Roll back, correct the data or the order of the changes, and try again.",
                    failure);
        }
        return new DatabaseException(what + textOf(reason) + ". " + adviceFor(dialect, reason), failure);
    }

    /**
     * The exception for anything else that failed on a connection.
     *
     * @param dialect of the database
     * @param action what was tried, as {@code commit the transaction}
     * @param failure what the driver threw
     * @return an {@link IntegrityException} if a constraint was hurt, as a deferred one at commit, else a plain {@code DatabaseException}
     */
    public static DatabaseException actionFailed(Dialect dialect, String action, SQLException failure) {
        SQLException reason = reasonOf(failure);
        String what = "Cannot " + action + ": " + textOf(reason) + ". ";
        return isConstraintViolation(dialect, reason)
                ? new IntegrityException(what + "Correct the data and try again.", failure)
                : new DatabaseException(what + adviceFor(dialect, reason), failure);
    }

    /**
     * Whether a statement failed because of a constraint.
     *
     * @param dialect of the database
     * @param failure what the driver threw
     * @return whether it did
     */
    public static boolean isConstraintViolation(Dialect dialect, SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLIntegrityConstraintViolationException
                || (state != null && state.startsWith(CONSTRAINT_CLASS))
                || sqliteCode(dialect, failure) == SQLITE_CONSTRAINT;
    }

    private static int sqliteCode(Dialect dialect, SQLException failure) {
        // SQLite's driver gives extended codes too, whose lowest byte is the primary one.
        return dialect.family() == SQLDialect.SQLITE ? failure.getErrorCode() & PRIMARY_CODE : 0;
    }

    /** A batch wraps what happened; the message of PostgreSQL's wrapper shows the parameters. */
    private static SQLException reasonOf(SQLException failure) {
        if (failure instanceof BatchUpdateException) {
            SQLException next = failure.getNextException();
            if (next != null) {
                return next;
            }
            if (failure.getCause() instanceof SQLException cause) {
                return cause;
            }
        }
        return failure;
    }

    /**
     * What an exception says, in a form that stands well in the middle of a message.
     *
     * @param reason the exception
     * @return its message without the statement and the full stop at the end, or its class if it has none
     */
    public static String textOf(Throwable reason) {
        @Nullable String message = reason.getMessage();
        String text = message == null
                ? reason.getClass().getSimpleName()
                : withoutStatement(message).strip();
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    /** H2 repeats the whole statement, which our message has already. */
    private static String withoutStatement(String message) {
        int statement = message.indexOf(H2_STATEMENT);
        return statement < 0 ? message : message.substring(0, statement);
    }

    /** PostgreSQL and H2 say so by a state, MariaDB by a number. */
    private static boolean waitsForLock(Dialect dialect, SQLException reason) {
        String state = reason.getSQLState();
        return "55P03".equals(state)
                || "HYT00".equals(state)
                || (dialect.family() == SQLDialect.MARIADB && reason.getErrorCode() == MARIADB_LOCK_TIMEOUT);
    }

    private static String adviceFor(Dialect dialect, SQLException reason) {
        int sqlite = sqliteCode(dialect, reason);
        if (sqlite == SQLITE_BUSY || sqlite == SQLITE_LOCKED) {
            return "Another transaction holds the SQLite database; end it first, or try again.";
        }
        if (waitsForLock(dialect, reason)) {
            return "Another transaction holds a lock that this one needs; end that one first, or try again.";
        }
        String state = reason.getSQLState();
        if (state == null || state.startsWith(CONNECTION_CLASS)) {
            return "Check that the database can be reached and that its tables are there.";
        }
        if ("25P02".equals(state)) {
            return "An earlier statement failed; roll back, at least to a savepoint, before the next one.";
        }
        return "Check that tables and columns are there as mapped and that the values fit them.";
    }
}
