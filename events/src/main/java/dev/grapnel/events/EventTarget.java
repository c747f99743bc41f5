package dev.grapnel.events;

/**
 * Something that can be listened to: a session, a factory, an attribute. It has one method, which hands out the family of its events.
 *
 * @param <F> the typed family, as {@code SessionEvents}
 */
public interface EventTarget<F> {
    /**
     * The events of this target, ready to take listeners.
     *
     * @return the family bound to this target, without modifiers
     */
    F events();
}
