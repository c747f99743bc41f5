package dev.grapnel.events;

/**
 * The low-level door to a target's listeners, for tools and for the engine itself: every registration passes through it, typed methods
 * included.
 */
public interface ListenPoint {
    /**
     * Registers a watcher; see {@link Dispatch#listen}.
     *
     * @param key the event
     * @param watcher the listener
     * @param options its modifiers
     * @param <E> the event object
     * @return the registration
     */
    <E> Subscription listen(EventKey<E> key, Watcher<? super E> watcher, ListenOptions options);

    /**
     * Registers a changer; see {@link Dispatch#change}.
     *
     * @param key the event
     * @param changer the listener
     * @param options its modifiers
     * @param <E> the event object
     * @param <V> the type of the value it may replace
     * @return the registration
     */
    <E extends ValueEvent<V>, V> Subscription change(
            EventKey<E> key, Changer<? super E, V> changer, ListenOptions options);

    /**
     * Removes a listener.
     *
     * @param key the event
     * @param listener the watcher or changer given when it was registered
     * @throws NoSuchListenerException if it is not registered here
     */
    void remove(EventKey<?> key, Object listener);

    /**
     * Whether a listener is registered.
     *
     * @param key the event
     * @param listener the watcher or changer
     * @return whether it is registered here
     */
    boolean contains(EventKey<?> key, Object listener);
}
