package dev.grapnel.events;

import org.jspecify.annotations.Nullable;

/** A listener was to be removed that is not registered on the given target for the given event (rule E-4). */
public final class NoSuchListenerException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private NoSuchListenerException(String message) {
        super(message);
    }

    /**
     * Says what to do about it.
     *
     * @param registeredOn the target on which the listener is registered, if it runs here because of another one
     */
    static NoSuchListenerException on(String target, EventKey<?> key, Object listener, @Nullable String registeredOn) {
        String advice = registeredOn == null
                ? "Give the target and the listener object that were given when it was registered; a second lambda or method"
                        + " reference is another object."
                : "It runs there because it is registered on " + registeredOn + ". Remove it from that target.";
        return new NoSuchListenerException("Cannot remove listener " + Registration.nameOf(listener) + " of " + key
                + " from " + target + ": it is not registered there. " + advice);
    }
}
