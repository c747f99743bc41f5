package dev.grapnel.conformance.odm.step;

/** What a hook throws because the scenario says so. */
final class RaisedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RaisedException(String message) {
        super(message);
    }
}
