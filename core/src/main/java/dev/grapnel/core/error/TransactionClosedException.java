package dev.grapnel.core.error;

import org.jspecify.annotations.Nullable;

/** The transaction is closed, or in a phase that allows no such operation. */
public final class TransactionClosedException extends GrapnelException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what failed, on what, why, and what to do.
     *
     * @param message the whole sentence
     */
    public TransactionClosedException(String message) {
        this(message, null);
    }

    /**
     * Says what failed, with the exception that told so.
     *
     * @param message the whole sentence
     * @param cause the exception underneath, or null
     */
    public TransactionClosedException(String message, @Nullable Throwable cause) {
        super(ErrorCode.TRANSACTION_CLOSED, message, cause);
    }
}
