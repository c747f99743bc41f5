package dev.grapnel.core.error;

import org.jspecify.annotations.Nullable;

/** The operation is not allowed in the state the session or the object is in. */
public final class InvalidRequestException extends GrapnelException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what failed, on what, why, and what to do.
     *
     * @param message the whole sentence
     */
    public InvalidRequestException(String message) {
        this(message, null);
    }

    /**
     * Says what failed, with the exception that told so.
     *
     * @param message the whole sentence
     * @param cause the exception underneath, or null
     */
    public InvalidRequestException(String message, @Nullable Throwable cause) {
        super(ErrorCode.INVALID_REQUEST, message, cause);
    }
}
