package dev.grapnel.conformance.step;

/** What a listener throws on purpose. */
final class RaisedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RaisedException(String listener) {
        super("Listener " + listener + " raised this as the scenario asks.");
    }
}
