package dev.grapnel.core.error;

import org.jspecify.annotations.Nullable;

/** An earlier flush failed and the session waits for a rollback. */
public final class PendingRollbackException extends GrapnelException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what failed, on what, why, and what to do.
     *
     * @param message the whole sentence
     */
    public PendingRollbackException(String message) {
        this(message, null);
    }

    /**
     * Says what failed, with the exception that told so.
     *
     * @param message the whole sentence
     * @param cause the exception underneath, or null
     */
    public PendingRollbackException(String message, @Nullable Throwable cause) {
        super(ErrorCode.PENDING_ROLLBACK, message, cause);
    }
}
