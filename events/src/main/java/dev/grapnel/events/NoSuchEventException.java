package dev.grapnel.events;

/** A target was asked for an event that its family does not have (rule E-1). The typed methods of a family cannot cause it. */
public final class NoSuchEventException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    NoSuchEventException(String message) {
        super(message);
    }
}
