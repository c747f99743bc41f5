package dev.grapnel.conformance.step;

/** A scenario asks for something that the library or the runner does not have yet; the scenario fails and names it. */
public final class NotSupportedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String feature;

    /**
     * Says what is missing.
     *
     * @param feature as {@code step bulk_insert}
     */
    public NotSupportedException(String feature) {
        super(feature + " not supported yet");
        this.feature = feature;
    }

    /** {@return what is missing} */
    public String feature() {
        return feature;
    }
}
