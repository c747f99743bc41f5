package dev.grapnel.events;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All listener lists of one target: what a session, a mapper, a class or an attribute owns to be listened to.
 *
 * <p>A dispatch knows two kinds of neighbour. <em>Upstream</em> is the class-level target whose listeners also run here, first (rule E-22).
 * <em>Parents</em> are the same kind of target for the superclass: listeners registered there with {@code propagate} are copied here when
 * this dispatch is made, and later ones at once (rules E-10, E-24).
 *
 * <p>A target on which nobody listens costs this one object (rule E-33). Registration takes one process-wide lock; dispatch takes none.
 */
public final class Dispatch implements ListenPoint {
    /** Guards every change of any list: registrations touch several targets at once and are rare. */
    static final Object REGISTRATION = new Object();

    private static final @Nullable Listeners<?>[] NO_LISTS = new Listeners<?>[0];

    private final EventCatalog catalog;
    private final String description;
    private final @Nullable Dispatch upstream;
    private final boolean classLevel;
    private @Nullable Home home;
    private @Nullable Set<Dispatch> children;
    private volatile @Nullable Listeners<?>[] lists = NO_LISTS;
    private @Nullable Consumer<Registration<?>> whenPlaced;

    private Dispatch(EventCatalog catalog, String description, @Nullable Dispatch upstream, boolean classLevel) {
        this.catalog = catalog;
        this.description = description;
        this.upstream = upstream;
        this.classLevel = classLevel;
        if (upstream != null) {
            upstream.requireFamily(catalog);
        }
    }

    /**
     * Makes the dispatch of a class-level target, such as all sessions of a factory.
     *
     * @param catalog the family of events
     * @param description how error messages name the target
     * @param upstream the wider class-level target of the same family, or null
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
     * @param upstream the class-level target of the same family above it, or null
     * @return the dispatch, without listeners
     */
    public static Dispatch of(EventCatalog catalog, String description, @Nullable Dispatch upstream) {
        return new Dispatch(catalog, description, upstream, false);
    }

    /**
     * Has somebody told of each registration as it is placed here, so that a target may switch on what the registration asks for.
     *
     * @param told called under the registration lock, also for copies that propagation places
     */
    public void whenPlaced(Consumer<Registration<?>> told) {
        this.whenPlaced = told;
    }

    /**
     * Takes over what the superclass's target propagates: what is there now, in the order it has there, behind what stands here already,
     * and from now on whatever is added there.
     *
     * @param parent the same kind of target for the superclass
     */
    public void inherit(Dispatch parent) {
        parent.requireFamily(catalog);
        synchronized (REGISTRATION) {
            parent.adopt(this);
            for (Listeners<?> list : parent.lists) {
                if (list != null) {
                    Arrays.asList(list.own()).forEach(this::copyBehind);
                }
            }
        }
    }

    private void adopt(Dispatch child) {
        if (children == null) {
            children = Collections.newSetFromMap(new WeakHashMap<>(2));
        }
        children.add(child);
    }

    private void copyBehind(Registration<?> registration) {
        if (registration.options().propagate()) {
            place(registration, false);
        }
    }

    /**
     * The listeners of one event here, those from upstream included.
     *
     * @param key an event of this target's family
     * @param <E> the event object
     * @return the live list, the same object for the life of this dispatch
     * @throws NoSuchEventException if the event belongs to another family
     */
    public <E> Listeners<E> listeners(EventKey<E> key) {
        catalog.require(key, description);
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
     * The listeners of one event as they are to be fired here; makes no list where nobody has listened yet. For short-lived targets.
     *
     * @param key an event of this target's family
     * @param <E> the event object
     * @return the list to fire now; ask again for the next dispatch
     * @throws NoSuchEventException if the event belongs to another family
     */
    public <E> Listeners<E> current(EventKey<E> key) {
        catalog.require(key, description);
        for (Dispatch at = this; at != null; at = at.upstream) {
            Listeners<E> known = at.existing(key);
            if (known != null) {
                return known;
            }
        }
        return Listeners.empty();
    }

    @SuppressWarnings("unchecked") // the slot of a key only ever holds the list made for that key
    private <E> @Nullable Listeners<E> existing(EventKey<E> key) {
        @Nullable Listeners<?>[] now = lists;
        return key.index() < now.length ? (Listeners<E>) now[key.index()] : null;
    }

    private <E> Listeners<E> create(EventKey<E> key) {
        Listeners<E> made = new Listeners<>(upstream == null ? null : upstream.listeners(key), classLevel);
        made.join();
        @Nullable Listeners<?>[] grown = Arrays.copyOf(lists, catalog.size());
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
     * @return the registration; if the same listener is registered here for the event already, the one there is, as it is (rule E-5)
     */
    @Override
    public <E> Subscription listen(EventKey<E> key, Watcher<? super E> watcher, ListenOptions options) {
        synchronized (REGISTRATION) {
            return register(Registration.watching(description, key, watcher, options));
        }
    }

    /**
     * Registers a changer.
     *
     * @param key the event
     * @param changer the listener
     * @param options its modifiers
     * @param <E> the event object
     * @param <V> the type of the value it may replace
     * @return the registration; if the same listener is registered here for the event already, the one there is, as it is (rule E-5)
     */
    @Override
    public <E extends ValueEvent<V>, V> Subscription change(
            EventKey<E> key, Changer<? super E, V> changer, ListenOptions options) {
        synchronized (REGISTRATION) {
            return register(Registration.changing(description, key, changer, options));
        }
    }

    private <E> Registration<E> register(Registration<E> registration) {
        Registration<E> known = find(registration.key(), registration.listener());
        if (known != null) {
            return known;
        }
        place(registration);
        if (home == null) {
            home = new Home();
        }
        home.add(registration);
        return registration;
    }

    /** Puts a registration into the list here and, if it propagates, into those of all descendants. Needs the registration lock. */
    void place(Registration<?> registration) {
        place(registration, registration.options().first());
    }

    private <E> void place(Registration<E> registration, boolean front) {
        listeners(registration.key()).add(registration, front);
        if (whenPlaced != null) {
            whenPlaced.accept(registration);
        }
        if (children != null && registration.options().propagate()) {
            for (Dispatch child : new ArrayList<>(children)) {
                child.place(registration, front);
            }
        }
    }

    /**
     * Removes a listener registered here, with the copies that propagation placed.
     *
     * @param key the event
     * @param listener the watcher or changer given when it was registered
     * @throws NoSuchListenerException if it is not registered here (rule E-4), also if it runs here because of another target (rule E-3)
     */
    @Override
    public void remove(EventKey<?> key, Object listener) {
        synchronized (REGISTRATION) {
            Registration<?> known = find(key, listener);
            if (known == null) {
                throw NoSuchListenerException.on(description, key, listener, registeredOn(key, listener));
            }
            known.close();
        }
    }

    /**
     * Whether a listener is registered here for an event. One that runs here because of another target is not (rule E-3).
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

    /** Removes all that was registered here, and here only what other targets propagated; for a target that goes out of use. */
    public void clear() {
        synchronized (REGISTRATION) {
            if (home != null) {
                home.closeAll();
            }
            for (Listeners<?> list : lists) {
                if (list != null) {
                    Arrays.asList(list.own()).forEach(copy -> copy.leaves(list));
                }
            }
        }
    }

    private <E> @Nullable Registration<E> find(EventKey<E> key, Object listener) {
        catalog.require(key, description);
        return home == null ? null : home.find(key, listener);
    }

    /** The target on which a listener that runs here is registered. */
    @Nullable String registeredOn(EventKey<?> key, Object listener) {
        for (Registration<?> registration : current(key).snapshot()) {
            if (registration.listener() == listener) {
                return registration.target();
            }
        }
        return null;
    }

    EventCatalog catalog() {
        return catalog;
    }

    void requireFamily(EventCatalog wanted) {
        if (catalog != wanted) {
            throw new IllegalArgumentException("Cannot join " + description + " to a target of family '" + wanted
                    + "': it belongs to family '" + catalog + "'. Join targets of one family.");
        }
    }

    @Override
    public String toString() {
        return description;
    }
}
