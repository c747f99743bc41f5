package dev.grapnel.core.error;

import org.jspecify.annotations.Nullable;

/** At most one object was asked for and several were found. */
public final class MultipleObjectsFoundException extends GrapnelException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what failed, on what, why, and what to do.
     *
     * @param message the whole sentence
     */
    public MultipleObjectsFoundException(String message) {
        this(message, null);
    }

    /**
     * Says what failed, with the exception that told so.
     *
     * @param message the whole sentence
     * @param cause the exception underneath, or null
     */
    public MultipleObjectsFoundException(String message, @Nullable Throwable cause) {
        super(ErrorCode.MULTIPLE_OBJECTS_FOUND, message, cause);
    }
}
