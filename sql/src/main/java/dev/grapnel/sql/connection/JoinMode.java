package dev.grapnel.sql.connection;

/**
 * What a session may do to the transaction of a connection that belongs to someone else (rule U-41).
 *
 * <p>Events fire in every mode as they do for a transaction of the session's own. The connection is never closed. If it is in auto-commit
 * mode there is no transaction to take part in: the session begins and ends its own, whatever the mode, and switches auto-commit on again.
 */
public enum JoinMode {
    /**
     * As the reference's default: a savepoint if the connection's owner has set one, else {@link #ROLLBACK_ONLY}. JDBC does not tell whether
     * there is a savepoint, so this is {@link #ROLLBACK_ONLY}; who has set one gives {@link #CREATE_SAVEPOINT}.
     */
    CONDITIONAL_SAVEPOINT,
    /** A commit leaves the transaction open for its owner to commit; a rollback rolls all of it back; closing does nothing to it. */
    ROLLBACK_ONLY,
    /** A commit commits the transaction, a rollback or closing rolls all of it back. */
    CONTROL_FULLY,
    /** What the session does stands behind a savepoint: a commit releases it, a rollback or closing goes back to it. */
    CREATE_SAVEPOINT
}
