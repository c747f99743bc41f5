package dev.grapnel.core.instrument;

import dev.grapnel.events.EventFamily;
import dev.grapnel.events.EventKey;
import dev.grapnel.events.ListenOptions;
import dev.grapnel.events.ListenPoint;
import dev.grapnel.events.Subscription;
import dev.grapnel.events.Watcher;

/**
 * The events of the objects of one class, a hierarchy, or all classes.
 *
 * <pre>{@code
 * InstanceEvents.on(Contact.class).load(e -> cache.put(e.target()));
 * }</pre>
 *
 * @param <T> the class of the objects
 */
public final class InstanceEvents<T> extends EventFamily<InstanceEvents<T>> {

    InstanceEvents(ListenPoint target, ListenOptions options) {
        super(target, options);
    }

    /**
     * The events of the objects of a class, mapped already or later (rule E-19).
     *
     * @param type the class; with {@code propagate()} also an unmapped superclass
     * @param <T> the class
     * @return the family
     */
    public static <T> InstanceEvents<T> on(Class<T> type) {
        return new InstanceEvents<>(InstanceTargets.on(type), ListenOptions.NONE);
    }

    /** The events of the objects of all mapped classes. */
    public static InstanceEvents<Object> onAll() {
        return new InstanceEvents<>(InstanceTargets.ALL, ListenOptions.NONE);
    }

    @Override
    protected InstanceEvents<T> with(ListenOptions changed) {
        return new InstanceEvents<>(target(), changed);
    }

    /** The listener also applies to mapped subclasses (rule E-10). */
    public InstanceEvents<T> propagate() {
        return with(options().withPropagate(true));
    }

    /** The load context is put back after the listener, so that it may load the same object again (rules I-11, E-16). */
    public InstanceEvents<T> restoreLoadContext() {
        return with(options().withRestoreLoadContext());
    }

    /** The first object of the class is made, by construction or loading (rule I-2). */
    public Subscription firstInit(Watcher<FirstInitEvent> watcher) {
        return listen(InstanceEventKeys.FIRST_INIT, watcher);
    }

    /** A constructor of the application runs; arguments may be replaced (rule I-4). */
    public Subscription init(Watcher<InitEvent<T>> watcher) {
        return listen(as(InstanceEventKeys.INIT), watcher);
    }

    /** A constructor of the application threw (rule I-6). */
    public Subscription initFailure(Watcher<InitFailureEvent<T>> watcher) {
        return listen(as(InstanceEventKeys.INIT_FAILURE), watcher);
    }

    /** An object was made from a row, or by merge (rule I-7). Attributes set here count as loaded. */
    public Subscription load(Watcher<LoadEvent<T>> watcher) {
        return listen(as(InstanceEventKeys.LOAD), watcher);
    }

    /** An object in memory got values from a row (rule I-13). */
    public Subscription refresh(Watcher<RefreshEvent<T>> watcher) {
        return listen(as(InstanceEventKeys.REFRESH), watcher);
    }

    /** The flush stored generated values (rule I-18). */
    public Subscription refreshFlush(Watcher<RefreshFlushEvent<T>> watcher) {
        return listen(as(InstanceEventKeys.REFRESH_FLUSH), watcher);
    }

    /** Values were given up (rule I-21). Reading one here loads it; not possible during commit. */
    public Subscription expire(Watcher<ExpireEvent<T>> watcher) {
        return listen(as(InstanceEventKeys.EXPIRE), watcher);
    }

    /** The record is being serialised (rule I-26). */
    public Subscription pickle(Watcher<PickleEvent<T>> watcher) {
        return listen(as(InstanceEventKeys.PICKLE), watcher);
    }

    /** The record was deserialised; all fields are present (rule I-27). */
    public Subscription unpickle(Watcher<PickleEvent<T>> watcher) {
        return listen(as(InstanceEventKeys.UNPICKLE), watcher);
    }

    @SuppressWarnings("unchecked") // a key is only a name; the event objects of this class are of T
    private static <E, F> EventKey<E> as(EventKey<F> key) {
        return (EventKey<E>) (EventKey<?>) key;
    }
}
