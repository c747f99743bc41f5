package dev.grapnel.core.error;

import org.jspecify.annotations.Nullable;

/** A value was to be deleted that the object does not have. */
public final class AttributeNotSetException extends GrapnelException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what failed, on what, why, and what to do.
     *
     * @param message the whole sentence
     */
    public AttributeNotSetException(String message) {
        this(message, null);
    }

    /**
     * Says what failed, with the exception that told so.
     *
     * @param message the whole sentence
     * @param cause the exception underneath, or null
     */
    public AttributeNotSetException(String message, @Nullable Throwable cause) {
        super(ErrorCode.ATTRIBUTE_NOT_SET, message, cause);
    }
}
