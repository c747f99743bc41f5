package dev.grapnel.core.error;

import org.jspecify.annotations.Nullable;

/** The flush refuses what it was asked to write. */
public final class FlushException extends GrapnelException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what failed, on what, why, and what to do.
     *
     * @param message the whole sentence
     */
    public FlushException(String message) {
        this(message, null);
    }

    /**
     * Says what failed, with the exception that told so.
     *
     * @param message the whole sentence
     * @param cause the exception underneath, or null
     */
    public FlushException(String message, @Nullable Throwable cause) {
        super(ErrorCode.FLUSH, message, cause);
    }
}
