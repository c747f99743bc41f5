package dev.grapnel.events;

/**
 * A listener that sees an event and returns nothing.
 *
 * <p>It may refuse what is about to happen by throwing: the exception goes on to the operation that fired the event, and the
 * listeners after it do not run (rule E-7).
 *
 * @param <E> the event object
 */
@FunctionalInterface
public interface Watcher<E> {
    /**
     * Called each time the event fires.
     *
     * @param event what happened, to what; valid only during this call
     */
    void on(E event);
}
