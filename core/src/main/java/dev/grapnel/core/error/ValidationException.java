package dev.grapnel.core.error;

import org.jspecify.annotations.Nullable;

/** A value or a whole document is not as the mapping declares it. */
public final class ValidationException extends GrapnelException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what failed, on what, why, and what to do.
     *
     * @param message the whole sentence
     */
    public ValidationException(String message) {
        this(message, null);
    }

    /**
     * Says what failed, with the exception that told so.
     *
     * @param message the whole sentence
     * @param cause the exception underneath, or null
     */
    public ValidationException(String message, @Nullable Throwable cause) {
        super(ErrorCode.VALIDATION, message, cause);
    }
}
