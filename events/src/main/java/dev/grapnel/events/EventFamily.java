package dev.grapnel.events;

/**
 * Base of the typed families ({@code SessionEvents}, {@code AttributeEvents} …): a target, the modifiers chosen so far, and the methods
 * that register. A family is immutable; each modifier gives a new one.
 *
 * <pre>{@code
 * Events.on(session).once().first().beforeCommit(e -> ...);
 * }</pre>
 *
 * @param <F> the family itself, so that modifiers chain
 */
public abstract class EventFamily<F extends EventFamily<F>> {
    private final ListenPoint target;
    private final ListenOptions options;

    /**
     * Binds the family to a target.
     *
     * @param target where listeners are registered
     * @param options the modifiers chosen so far
     */
    protected EventFamily(ListenPoint target, ListenOptions options) {
        this.target = target;
        this.options = options;
    }

    /**
     * The same family with other modifiers.
     *
     * @param changed the modifiers
     * @return a new family for the same target
     */
    protected abstract F with(ListenOptions changed);

    /**
     * The listener runs at most once (rule E-8).
     *
     * @return the same family with this modifier
     */
    public final F once() {
        return with(options.withOnce());
    }

    /**
     * The listener goes in front of those already registered on the same level (rule E-25).
     *
     * @return the same family with this modifier
     */
    public final F first() {
        return with(options.withFirst());
    }

    /**
     * Registers a watcher by key: the low-level form of the typed methods, for tools.
     *
     * @param key the event
     * @param watcher the listener
     * @param <E> the event object
     * @return closing it removes the listener
     */
    public final <E> Subscription listen(EventKey<E> key, Watcher<? super E> watcher) {
        return target.listen(key, watcher, options);
    }

    /**
     * Registers a changer by key.
     *
     * @param key the event
     * @param changer the listener
     * @param <E> the event object
     * @param <V> the type of the value it may replace
     * @return closing it removes the listener
     */
    public final <E extends ValueEvent<V>, V> Subscription change(EventKey<E> key, Changer<? super E, V> changer) {
        return target.change(key, changer, options);
    }

    /**
     * Removes a listener registered on this target.
     *
     * @param key the event
     * @param listener the watcher or changer given when it was registered
     * @throws NoSuchListenerException if it is not registered on this target (rules E-3, E-4)
     */
    public final void remove(EventKey<?> key, Object listener) {
        target.remove(key, listener);
    }

    /**
     * Whether a listener is registered on this target.
     *
     * @param key the event
     * @param listener the watcher or changer
     * @return whether it is (rule E-3)
     */
    public final boolean contains(EventKey<?> key, Object listener) {
        return target.contains(key, listener);
    }

    /** {@return the target's low-level door} */
    protected final ListenPoint target() {
        return target;
    }

    /** {@return the modifiers chosen so far} */
    protected final ListenOptions options() {
        return options;
    }
}
