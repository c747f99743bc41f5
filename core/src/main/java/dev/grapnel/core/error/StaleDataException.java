package dev.grapnel.core.error;

import org.jspecify.annotations.Nullable;

/** A statement met another number of rows than the objects it was made for: someone else changed or deleted a row. */
public final class StaleDataException extends GrapnelException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what failed, on what, why, and what to do.
     *
     * @param message the whole sentence
     */
    public StaleDataException(String message) {
        this(message, null);
    }

    /**
     * Says what failed, with the exception that told so.
     *
     * @param message the whole sentence
     * @param cause the exception underneath, or null
     */
    public StaleDataException(String message, @Nullable Throwable cause) {
        super(ErrorCode.STALE_DATA, message, cause);
    }
}
