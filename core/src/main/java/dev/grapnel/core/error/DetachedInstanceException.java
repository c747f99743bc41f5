package dev.grapnel.core.error;

import org.jspecify.annotations.Nullable;

/** Something would have to be loaded for an object that belongs to no session. */
public final class DetachedInstanceException extends GrapnelException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what failed, on what, why, and what to do.
     *
     * @param message the whole sentence
     */
    public DetachedInstanceException(String message) {
        this(message, null);
    }

    /**
     * Says what failed, with the exception that told so.
     *
     * @param message the whole sentence
     * @param cause the exception underneath, or null
     */
    public DetachedInstanceException(String message, @Nullable Throwable cause) {
        super(ErrorCode.DETACHED, message, cause);
    }
}
