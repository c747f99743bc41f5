package dev.grapnel.events;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All listener lists of one target: what a session, a mapper, a class or an attribute owns to be listened to.
 *
 * <p>A dispatch knows two kinds of neighbour. <em>Upstream</em> is the class-level target whose listeners also run here, first (rule E-22).
 * <em>Parents</em> are the same kind of target for the superclass: listeners registered there with {@code propagate} are copied here when
 * this dispatch is made, and later ones at once (rules E-10, E-24).
 *
 * <p>Registration takes one process-wide lock; dispatch takes none.
 */
public final class Dispatch implements ListenPoint {
    /** Guards every change of any list: registrations touch several targets at once and are rare. */
    static final Object REGISTRATION = new Object();

    private final EventCatalog catalog;
    private final String description;
    private final @Nullable Dispatch upstream;
    private final boolean classLevel;
    private final Set<Dispatch> children = Collections.newSetFromMap(new WeakHashMap<>(2));
    private volatile @Nullable Listeners<?>[] lists = new Listeners<?>[0];

    private Dispatch(EventCatalog catalog, String description, @Nullable Dispatch upstream, boolean classLevel) {
        this.catalog = catalog;
        this.description = description;
        this.upstream = upstream;
        this.classLevel = classLevel;
    }

    /**
     * Makes the dispatch of a class-level target, such as all sessions of a factory.
     *
     * @param catalog the family of events
     * @param description how error messages name the target
     * @param upstream the wider class-level target, or null
     * @return the dispatch, without listeners
     */
    public static Dispatch ofClassLevel(EventCatalog catalog, String description, @Nullable Dispatch upstream) {
        return new Dispatch(catalog, description, upstream, true);
    }

    /**
     * Makes the dispatch of an instance-level target, such as one session or one mapper.
     *
     * @param catalog the family of events
     * @param description how error messages name the target
     * @param upstream the class-level target above it, or null
     * @return the dispatch, without listeners
     */
    public static Dispatch of(EventCatalog catalog, String description, @Nullable Dispatch upstream) {
        return new Dispatch(catalog, description, upstream, false);
    }

    /**
     * Takes over what the superclass's target propagates, now and from now on.
     *
     * @param parent the same kind of target for the superclass
     */
    public void inherit(Dispatch parent) {
        synchronized (REGISTRATION) {
            parent.children.add(this);
            for (Listeners<?> list : parent.lists) {
                if (list != null) {
                    for (Registration<?> registration : list.own()) {
                        inheritOne(registration);
                    }
                }
            }
        }
    }

    private <E> void inheritOne(Registration<E> registration) {
        if (registration.options().propagate()) {
            place(registration);
        }
    }

    /**
     * The listeners of one event here, those from upstream included.
     *
     * @param key an event of this target's family
     * @param <E> the event object
     * @return the live list, the same object for the life of this dispatch
     */
    public <E> Listeners<E> listeners(EventKey<E> key) {
        Listeners<E> known = existing(key);
        if (known != null) {
            return known;
        }
        synchronized (REGISTRATION) {
            known = existing(key);
            return known != null ? known : create(key);
        }
    }

    /**
     * The listeners of one event as they are to be fired here; makes no list of its own where only upstream has one. For short-lived targets.
     *
     * @param key an event of this target's family
     * @param <E> the event object
     * @return the list to fire now; ask again for the next dispatch
     */
    public <E> Listeners<E> current(EventKey<E> key) {
        Listeners<E> known = existing(key);
        if (known != null) {
            return known;
        }
        return upstream == null ? listeners(key) : upstream.current(key);
    }

    @SuppressWarnings("unchecked") // the slot of a key only ever holds the list made for that key
    private <E> @Nullable Listeners<E> existing(EventKey<E> key) {
        @Nullable Listeners<?>[] now = lists;
        return key.index() < now.length ? (Listeners<E>) now[key.index()] : null;
    }

    private <E> Listeners<E> create(EventKey<E> key) {
        if (key.catalog() != catalog) {
            throw new IllegalArgumentException("Cannot listen to " + key + " on " + description + ": a target of family '"
                    + catalog + "' has no such event. Its events are " + catalog.keys() + ".");
        }
        @Nullable Listeners<?>[] grown = new Listeners<?>[catalog.size()];
        System.arraycopy(lists, 0, grown, 0, lists.length);
        Listeners<E> made = new Listeners<>(upstream == null ? null : upstream.listeners(key), classLevel);
        grown[key.index()] = made;
        lists = grown;
        return made;
    }

    /**
     * Registers a watcher.
     *
     * @param key the event
     * @param watcher the listener
     * @param options its modifiers
     * @param <E> the event object
     * @return the registration; if the same listener is registered for the event already, the one there is (rule E-5)
     */
    @Override
    public <E> Subscription listen(EventKey<E> key, Watcher<? super E> watcher, ListenOptions options) {
        return register(Registration.watching(key, watcher, options));
    }

    /**
     * Registers a changer.
     *
     * @param key the event
     * @param changer the listener
     * @param options its modifiers
     * @param <E> the event object
     * @param <V> the type of the value it may replace
     * @return the registration; if the same listener is registered for the event already, the one there is (rule E-5)
     */
    @Override
    public <E extends ValueEvent<V>, V> Subscription change(
            EventKey<E> key, Changer<? super E, V> changer, ListenOptions options) {
        return register(Registration.changing(key, changer, options));
    }

    private <E> Registration<E> register(Registration<E> registration) {
        synchronized (REGISTRATION) {
            Registration<E> known = find(registration.key(), registration.listener());
            if (known != null) {
                return known;
            }
            place(registration);
            return registration;
        }
    }

    /** Puts a registration into the list here and, if it propagates, into those of all descendants. */
    <E> void place(Registration<E> registration) {
        listeners(registration.key()).add(registration);
        if (registration.options().propagate()) {
            for (Dispatch child : new ArrayList<>(children)) {
                child.place(registration);
            }
        }
    }

    /**
     * Removes a listener registered here, with the copies that propagation placed.
     *
     * @param key the event
     * @param listener the watcher or changer given when it was registered
     * @throws NoSuchListenerException if it is not registered here (rule E-4)
     */
    @Override
    public void remove(EventKey<?> key, Object listener) {
        synchronized (REGISTRATION) {
            Registration<?> known = find(key, listener);
            if (known == null) {
                throw new NoSuchListenerException("Cannot remove listener " + listener + " of " + key + " from " + description
                        + ": it is not registered there. Give the target and the listener object given when it was registered.");
            }
            known.close();
        }
    }

    /**
     * Whether a listener is registered here for an event.
     *
     * @param key the event
     * @param listener the watcher or changer
     * @return whether it is
     */
    @Override
    public boolean contains(EventKey<?> key, Object listener) {
        synchronized (REGISTRATION) {
            return find(key, listener) != null;
        }
    }

    /** Removes every registration that stands in a list of this target; for a target that goes out of use. */
    public void clear() {
        synchronized (REGISTRATION) {
            for (Listeners<?> list : lists) {
                if (list != null) {
                    List.of(list.own()).forEach(Registration::close);
                }
            }
        }
    }

    private <E> @Nullable Registration<E> find(EventKey<E> key, Object listener) {
        Listeners<E> list = existing(key);
        if (list != null) {
            for (Registration<E> registration : list.own()) {
                if (registration.key() == key && registration.listener() == listener) {
                    return registration;
                }
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return description;
    }
}
