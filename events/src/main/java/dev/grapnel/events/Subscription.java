package dev.grapnel.events;

import java.util.List;

/**
 * A registered listener; closing it removes the listener.
 *
 * <p>A dispatch that is under way when the subscription is closed still reaches the listener; the next one does not (rule E-27). Closing
 * twice does nothing. Safe to use from any thread.
 */
public interface Subscription extends AutoCloseable {
    /**
     * Makes one subscription of several, for listeners that belong together. Closing it closes all of them, also if closing one fails; the
     * first failure is thrown when the others are closed.
     *
     * @param parts the subscriptions, in the order in which they are closed; later changes of the list are not seen
     * @return a subscription that is active as long as any of them is
     */
    static Subscription together(List<? extends Subscription> parts) {
        return new Subscriptions(List.copyOf(parts));
    }

    /** {@return whether the listener is still registered} */
    boolean isActive();

    /** Removes the listener from its target and from every subclass that got it by propagation (rule E-4). */
    @Override
    void close();
}
