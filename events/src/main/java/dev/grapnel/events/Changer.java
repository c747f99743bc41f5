package dev.grapnel.events;

import org.jspecify.annotations.Nullable;

/**
 * A listener whose result replaces the value that the event carries: the {@code retval} form of a listener.
 *
 * <p>The next listener sees the replaced value, and the last one is what the operation uses (rule E-13). Returning null makes the value
 * null; to leave it as it is, return {@link ValueEvent#value()}.
 *
 * @param <E> the event object
 * @param <V> the type of the value
 */
@FunctionalInterface
public interface Changer<E extends ValueEvent<V>, V> {
    /**
     * Called each time the event fires.
     *
     * @param event what happened, with the value as the listeners before this one left it
     * @return the value to use from here on
     */
    @Nullable V change(E event);
}
