package dev.grapnel.core.error;

import org.jspecify.annotations.Nullable;

/** An argument is of the wrong kind: an unknown attribute, a value of another type. */
public final class InvalidArgumentException extends GrapnelException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what failed, on what, why, and what to do.
     *
     * @param message the whole sentence
     */
    public InvalidArgumentException(String message) {
        this(message, null);
    }

    /**
     * Says what failed, with the exception that told so.
     *
     * @param message the whole sentence
     * @param cause the exception underneath, or null
     */
    public InvalidArgumentException(String message, @Nullable Throwable cause) {
        super(ErrorCode.INVALID_ARGUMENT, message, cause);
    }
}
