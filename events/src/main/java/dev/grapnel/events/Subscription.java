package dev.grapnel.events;

/**
 * A registered listener; closing it removes the listener.
 *
 * <p>A dispatch that is under way when the subscription is closed still reaches the listener; the next one does not (rule E-27). Closing
 * twice does nothing. Safe to use from any thread.
 */
public interface Subscription extends AutoCloseable {
    /** {@return whether the listener is still registered} */
    boolean isActive();

    /** Removes the listener from its target and from every subclass that got it by propagation (rule E-4). */
    @Override
    void close();
}
