package dev.grapnel.conformance.step;

/** A step names an object or transaction that was never bound; it has no effect. */
final class UnboundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnboundException(String name) {
        super("Nothing is bound to '" + name + "'.");
    }
}
