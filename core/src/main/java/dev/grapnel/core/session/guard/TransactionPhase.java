package dev.grapnel.core.session.guard;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.error.PendingRollbackException;
import dev.grapnel.core.error.TransactionClosedException;
import org.jspecify.annotations.Nullable;

/** Where a transaction marker is in its life, and what is said to those who come at the wrong time. */
public enum TransactionPhase {
    ACTIVE,
    /** A connection is joining. */
    PROVISIONING,
    /** The first phase of a two-phase commit is done. */
    PREPARED,
    COMMITTED,
    /** Rolled back and not closed yet. */
    DEACTIVE,
    CLOSED;

    /**
     * The error for a use that this phase does not allow.
     *
     * @param failure why a flush failed, if that is how it came to this
     * @param blame the end of the message: who did it, or nothing
     */
    public RuntimeException refusal(@Nullable Throwable failure, String blame) {
        return switch (this) {
            case DEACTIVE -> rolledBack(failure, blame);
            case CLOSED ->
                new TransactionClosedException("Cannot use this transaction: it is closed. Begin a new one." + blame);
            case PROVISIONING ->
                new InvalidRequestException(
                        "Cannot use this transaction here: it is about to get a connection. In after_begin use the given connection only."
                                + blame);
            case PREPARED ->
                new InvalidRequestException("Cannot go on with this transaction: it is prepared for its commit."
                        + " Commit it or roll it back." + blame);
            case ACTIVE, COMMITTED ->
                new InvalidRequestException("Cannot go on with this transaction: it is committed."
                        + " In after_commit and after_rollback no SQL is possible;"
                        + " do it before, or in a session of its own."
                        + " If a listener there threw an exception, close the session." + blame);
        };
    }

    private static RuntimeException rolledBack(@Nullable Throwable failure, String blame) {
        return failure != null
                ? new PendingRollbackException(
                        "Cannot go on with this transaction: it was rolled back because a flush failed ("
                                + failure.getMessage() + "). Call rollback() on the session to begin anew.",
                        failure)
                : new InvalidRequestException(
                        "Cannot go on with this transaction: it was rolled back. Begin a new one." + blame);
    }
}
