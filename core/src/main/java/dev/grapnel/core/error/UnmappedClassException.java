package dev.grapnel.core.error;

import org.jspecify.annotations.Nullable;

/** An object or class was given that no live registry maps. */
public final class UnmappedClassException extends GrapnelException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what failed, on what, why, and what to do.
     *
     * @param message the whole sentence
     */
    public UnmappedClassException(String message) {
        this(message, null);
    }

    /**
     * Says what failed, with the exception that told so.
     *
     * @param message the whole sentence
     * @param cause the exception underneath, or null
     */
    public UnmappedClassException(String message, @Nullable Throwable cause) {
        super(ErrorCode.UNMAPPED, message, cause);
    }
}
