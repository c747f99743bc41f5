package dev.grapnel.core.error;

import org.jspecify.annotations.Nullable;

/** A mapping or its use is wrong: a class is not mapped, mapped twice, not enhanced, or its annotations contradict each other. */
public class MappingException extends GrapnelException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what failed, on what, why, and what to do.
     *
     * @param message the whole sentence
     */
    public MappingException(String message) {
        this(message, null);
    }

    /**
     * Says what failed, with the exception that told so.
     *
     * @param message the whole sentence
     * @param cause the exception underneath, or null
     */
    public MappingException(String message, @Nullable Throwable cause) {
        this(ErrorCode.MAPPING, message, cause);
    }

    /**
     * For a more specific exception.
     *
     * @param code the specific code
     * @param message the whole sentence
     * @param cause the exception underneath, or null
     */
    protected MappingException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }
}
