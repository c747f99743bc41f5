package dev.grapnel.events;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One listener as it was registered for one event on one target, together with the lists it stands in.
 *
 * <p>The listener may stand in several lists (that of the target, and those of subclasses by propagation); removing the registration
 * removes it from all of them. Its order number is the same in all of them.
 *
 * <p>Lists are referred to weakly: a registration that somebody keeps does not keep its target (rule E-6).
 *
 * @param <E> the event object
 */
public final class Registration<E> implements Subscription {
    private static final AtomicLong COUNTER = new AtomicLong();

    private final String target;
    private final EventKey<E> key;
    private final Object listener;
    private final Watcher<? super E> watcher;
    private final ListenOptions options;
    private final long order;
    private final @Nullable AtomicBoolean spent;
    private final Set<Place> places = Collections.newSetFromMap(new WeakHashMap<>(2));
    private volatile boolean active = true;

    /** Something a registration can be taken out of. */
    interface Place {
        void drop(Registration<?> registration);
    }

    /** Made under the registration lock, so that order numbers and places in the lists agree. */
    private Registration(
            String target, EventKey<E> key, Object listener, Watcher<? super E> watcher, ListenOptions options) {
        this.target = target;
        this.key = key;
        this.listener = listener;
        this.watcher = watcher;
        this.options = options;
        long number = COUNTER.incrementAndGet();
        this.order = options.first() ? -number : number;
        this.spent = options.once() ? new AtomicBoolean() : null;
    }

    static <E> Registration<E> watching(
            String target, EventKey<E> key, Watcher<? super E> watcher, ListenOptions options) {
        return new Registration<>(target, key, watcher, watcher, options);
    }

    static <E extends ValueEvent<V>, V> Registration<E> changing(
            String target, EventKey<E> key, Changer<? super E, V> changer, ListenOptions options) {
        return new Registration<>(target, key, changer, event -> event.replace(changer.change(event)), options);
    }

    /** {@return the event listened to} */
    public EventKey<E> key() {
        return key;
    }

    /** {@return the modifiers it was registered with} */
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
            if (event instanceof ValueEvent<?> carrier && listener instanceof Changer<?, ?>) {
                carrier.replace(
                        null); // a changer that ran out returns nothing, and nothing is what it returns (rules E-8,
                // E-13)
            }
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

    /** The target it was registered on, as error messages name it. */
    String target() {
        return target;
    }

    void standsIn(Place place) {
        places.add(place);
    }

    void leaves(Place place) {
        places.remove(place);
        place.drop(this);
    }

    @Override
    public boolean isActive() {
        return active;
    }

    @Override
    public void close() {
        synchronized (Dispatch.REGISTRATION) {
            active = false;
            places.forEach(place -> place.drop(this));
            places.clear();
        }
    }

    /** The listener's class: its own toString may be slow, may throw, and this is called while another failure is on its way. */
    static String nameOf(Object listener) {
        return listener.getClass().getName();
    }

    @Override
    public String toString() {
        return "listener " + nameOf(listener) + " of " + key + " on " + target;
    }
}
