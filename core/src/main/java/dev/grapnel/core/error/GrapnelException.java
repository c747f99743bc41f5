package dev.grapnel.core.error;

import org.jspecify.annotations.Nullable;

/**
 * Root of all exceptions of the library. Unchecked; each has a stable {@link ErrorCode}, which stands in the message and names a section
 * of {@code docs/errors.md}.
 *
 * <p>Messages have one form: what failed, on what, with names and key; why; what to do.
 */
public abstract class GrapnelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    /**
     * Begins an exception.
     *
     * @param code its stable code
     * @param message the whole sentence
     * @param cause the exception underneath, or null
     */
    protected GrapnelException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(message + " [" + code + "]", cause);
        this.code = code;
    }

    /** The stable code of this kind of error. */
    public final ErrorCode code() {
        return code;
    }
}
