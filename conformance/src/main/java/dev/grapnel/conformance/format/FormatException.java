package dev.grapnel.conformance.format;

/** A file is not what the format asks for. */
public final class FormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message the whole sentence
     */
    public FormatException(String message) {
        super(message);
    }

    /**
     * Says what is wrong, with the exception that told so.
     *
     * @param message the whole sentence
     * @param cause the exception underneath
     */
    public FormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
