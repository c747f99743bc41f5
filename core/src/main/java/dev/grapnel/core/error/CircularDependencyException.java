package dev.grapnel.core.error;

import org.jspecify.annotations.Nullable;

/** Rows depend on each other in a circle, so that none of them can be written first. */
public final class CircularDependencyException extends GrapnelException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what failed, on what, why, and what to do.
     *
     * @param message the whole sentence
     */
    public CircularDependencyException(String message) {
        this(message, null);
    }

    /**
     * Says what failed, with the exception that told so.
     *
     * @param message the whole sentence
     * @param cause the exception underneath, or null
     */
    public CircularDependencyException(String message, @Nullable Throwable cause) {
        super(ErrorCode.CIRCULAR_DEPENDENCY, message, cause);
    }
}
