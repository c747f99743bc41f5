package dev.grapnel.events;

/** A listener was to be removed that is not registered on the given target for the given event (rule E-4). */
public final class NoSuchListenerException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    NoSuchListenerException(String message) {
        super(message);
    }
}
