package dev.grapnel.events;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One listener as it was registered for one event on one target, together with the lists it stands in.
 *
 * <p>The listener may stand in several lists (that of the target, and those of subclasses by propagation); removing the registration
 * removes it from all of them. Its order number is the same in all of them.
 *
 * @param <E> the event object
 */
public final class Registration<E> implements Subscription {
    private static final AtomicLong COUNTER = new AtomicLong();

    private final EventKey<E> key;
    private final Object listener;
    private final Watcher<? super E> watcher;
    private final ListenOptions options;
    private final long order;
    private final @Nullable AtomicBoolean spent;
    private final List<Place<E>> places = new ArrayList<>(1);

    /** Something a registration can be taken out of. */
    interface Place<E> {
        void drop(Registration<E> registration);
    }

    Registration(EventKey<E> key, Object listener, Watcher<? super E> watcher, ListenOptions options) {
        this.key = key;
        this.listener = listener;
        this.watcher = watcher;
        this.options = options;
        long number = COUNTER.incrementAndGet();
        this.order = options.first() ? -number : number;
        this.spent = options.once() ? new AtomicBoolean() : null;
    }

    static <E> Registration<E> watching(EventKey<E> key, Watcher<? super E> watcher, ListenOptions options) {
        return new Registration<>(key, watcher, watcher, options);
    }

    static <E extends ValueEvent<V>, V> Registration<E> changing(
            EventKey<E> key, Changer<? super E, V> changer, ListenOptions options) {
        return new Registration<>(key, changer, event -> event.replace(changer.change(event)), options);
    }

    /** The event listened to. */
    public EventKey<E> key() {
        return key;
    }

    /** The modifiers it was registered with. */
    public ListenOptions options() {
        return options;
    }

    /**
     * Calls the listener, unless it was registered to run once and has run.
     *
     * @param event the event object
     */
    public void call(E event) {
        if (spent != null && !spent.compareAndSet(false, true)) {
            return;
        }
        try {
            watcher.on(event);
        } catch (Throwable failure) {
            ListenerContext.attach(failure, this);
            throw failure;
        }
    }

    /** Smaller numbers run first; negative for those registered {@code first}. */
    long order() {
        return order;
    }

    Object listener() {
        return listener;
    }

    void standsIn(Place<E> place) {
        places.add(place);
    }

    @Override
    public boolean isActive() {
        synchronized (Dispatch.REGISTRATION) {
            return !places.isEmpty();
        }
    }

    @Override
    public void close() {
        synchronized (Dispatch.REGISTRATION) {
            for (Place<E> place : places) {
                place.drop(this);
            }
            places.clear();
        }
    }

    @Override
    public String toString() {
        return "listener " + listener + " of " + key;
    }
}
