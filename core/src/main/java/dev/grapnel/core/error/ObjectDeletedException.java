package dev.grapnel.core.error;

import org.jspecify.annotations.Nullable;

/** The row behind an object is gone. */
public final class ObjectDeletedException extends GrapnelException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what failed, on what, why, and what to do.
     *
     * @param message the whole sentence
     */
    public ObjectDeletedException(String message) {
        this(message, null);
    }

    /**
     * Says what failed, with the exception that told so.
     *
     * @param message the whole sentence
     * @param cause the exception underneath, or null
     */
    public ObjectDeletedException(String message, @Nullable Throwable cause) {
        super(ErrorCode.OBJECT_DELETED, message, cause);
    }
}
