package dev.grapnel.core.error;

import org.jspecify.annotations.Nullable;

/** The database refused a statement because it would break a constraint. */
public final class IntegrityException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what failed, with the exception that told so.
     *
     * @param message the whole sentence
     * @param cause the exception underneath, or null
     */
    public IntegrityException(String message, @Nullable Throwable cause) {
        super(ErrorCode.INTEGRITY, message, cause);
    }
}
