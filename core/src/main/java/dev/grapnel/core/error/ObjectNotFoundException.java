package dev.grapnel.core.error;

import org.jspecify.annotations.Nullable;

/** Exactly one object was asked for and none was found. */
public final class ObjectNotFoundException extends GrapnelException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what failed, on what, why, and what to do.
     *
     * @param message the whole sentence
     */
    public ObjectNotFoundException(String message) {
        this(message, null);
    }

    /**
     * Says what failed, with the exception that told so.
     *
     * @param message the whole sentence
     * @param cause the exception underneath, or null
     */
    public ObjectNotFoundException(String message, @Nullable Throwable cause) {
        super(ErrorCode.OBJECT_NOT_FOUND, message, cause);
    }
}
