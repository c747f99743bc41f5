package dev.grapnel.core.error;

import org.jspecify.annotations.Nullable;

/** A class to be mapped was not enhanced; the message says how to enhance it in each of the three ways. */
public final class NotEnhancedException extends MappingException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what failed, with the exception that told so.
     *
     * @param message the whole sentence
     * @param cause the exception underneath, or null
     */
    public NotEnhancedException(String message, @Nullable Throwable cause) {
        super(ErrorCode.NOT_ENHANCED, message, cause);
    }
}
