package dev.grapnel.mongo.schema;

/** A value is not as its field declares it. Reaches programs as a {@link dev.grapnel.core.error.ValidationException}, which names the class. */
public final class InvalidValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final String problem;

    /**
     * Says what is wrong.
     *
     * @param problem as the end of a sentence
     */
    public InvalidValueException(String problem) {
        this("", problem, null);
    }

    /**
     * Says what is wrong, with the exception that told so.
     *
     * @param problem as the end of a sentence
     * @param cause the exception underneath
     */
    public InvalidValueException(String problem, Throwable cause) {
        this("", problem, cause);
    }

    private InvalidValueException(String path, String problem, @org.jspecify.annotations.Nullable Throwable cause) {
        super(path.isEmpty() ? problem : path + ": " + problem, cause);
        this.path = path;
        this.problem = problem;
    }

    /**
     * The same within something.
     *
     * @param step the name of the field, or the position in the list
     * @return the exception to throw
     */
    public InvalidValueException within(String step) {
        return new InvalidValueException(path.isEmpty() ? step : step + '.' + path, problem, this);
    }

    /** Where the value stands, from the document on: names and positions with dots between. */
    public String path() {
        return path;
    }

    /** What is wrong. */
    public String problem() {
        return problem;
    }

    /**
     * A value is none of a type.
     *
     * @param what was expected, with its article
     * @param value that was given
     * @return the exception to throw
     */
    public static InvalidValueException expected(String what, Object value) {
        return new InvalidValueException("expected " + what + ", got " + shown(value));
    }

    private static String shown(Object value) {
        String text = value instanceof CharSequence
                ? "the text '" + value + '\''
                : value + " of " + value.getClass().getName();
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }
}
