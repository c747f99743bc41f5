package dev.grapnel.core.error;

import org.jspecify.annotations.Nullable;

/** The database refused a statement. */
public class DatabaseException extends GrapnelException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what failed, on what, why, and what to do.
     *
     * @param message the whole sentence
     */
    public DatabaseException(String message) {
        this(message, null);
    }

    /**
     * Says what failed, with the exception that told so.
     *
     * @param message the whole sentence
     * @param cause the exception underneath, or null
     */
    public DatabaseException(String message, @Nullable Throwable cause) {
        this(ErrorCode.DATABASE, message, cause);
    }

    /**
     * For a more specific exception.
     *
     * @param code the specific code
     * @param message the whole sentence
     * @param cause the exception underneath, or null
     */
    protected DatabaseException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }
}
