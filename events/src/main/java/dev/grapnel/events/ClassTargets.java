package dev.grapnel.events;

import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Classes as targets of one family: holds registrations for classes that are not in use yet and applies them when they are.
 *
 * <p>A class is <em>attached</em> when it gets a dispatch of its own (when it is mapped). A listener on an attached class goes straight to
 * that dispatch and lives as long as the class is attached. A listener on any other class or interface is <em>held</em>: it is applied
 * when that class is attached and, if it propagates, when a subclass of it is; with subclasses attached already, it is applied to them at
 * once (rule E-19). It stays held, and is applied again when a class is attached again.
 *
 * <p>A listener registered on a class is known on that class only, not on the dispatch attached to it (rule E-3).
 *
 * <p>Dispatches are held weakly; who attaches one keeps it. Thread-safe.
 */
public final class ClassTargets {
    private final Function<Class<?>, ClassHome> homes;
    private final Map<Class<?>, WeakReference<Dispatch>> attached = new WeakHashMap<>();
    private final boolean lasting;
    private @Nullable EventCatalog catalog;

    private ClassTargets(@Nullable EventCatalog catalog, Function<Class<?>, ClassHome> homes, boolean lasting) {
        this.catalog = catalog;
        this.homes = homes;
        this.lasting = lasting;
    }

    /**
     * Makes class targets for a static field, of the family of the first event or dispatch that they are given. Prefer
     * {@link #processWide}, which refuses events of other families from the start.
     */
    public ClassTargets() {
        this(null, homesInClasses(), false);
    }

    /**
     * Makes class targets that belong to an owner, such as a registry, and go with it.
     *
     * @param catalog the family of events
     * @return the targets, which keep the classes listened to for as long as they live
     */
    public static ClassTargets of(EventCatalog catalog) {
        Map<Class<?>, ClassHome> homes = new HashMap<>();
        return new ClassTargets(catalog, type -> homes.computeIfAbsent(type, unused -> new ClassHome()), false);
    }

    /**
     * Makes class targets for a static field. What is held for a class goes when the class is unloaded (rule E-6).
     *
     * @param catalog the family of events
     * @return the targets
     */
    public static ClassTargets processWide(EventCatalog catalog) {
        return new ClassTargets(catalog, homesInClasses(), false);
    }

    /**
     * Makes class targets for a static field whose listeners stay when their class goes out of use, and are applied again when it comes into
     * use again; for events that tell of just that.
     *
     * @param catalog the family of events
     * @return the targets
     */
    public static ClassTargets lasting(EventCatalog catalog) {
        return new ClassTargets(catalog, homesInClasses(), true);
    }

    private static Function<Class<?>, ClassHome> homesInClasses() {
        // Not a weak map: a listener usually belongs to the loader of the class it listens to, and as its value would
        // keep it.
        // Not for owners that come and go either: the class would keep what is held for it after the owner is gone.
        ClassValue<ClassHome> homes = new ClassValue<>() {
            @Override
            protected ClassHome computeValue(Class<?> type) {
                return new ClassHome();
            }
        };
        return homes::get;
    }

    /**
     * A class came into use: applies what is held for it and, with {@code propagate}, for its superclasses and interfaces. Those of the
     * class come first, then those of its superclasses from near to far, then those of interfaces.
     *
     * @param type the class
     * @param dispatch its dispatch
     */
    public void attach(Class<?> type, Dispatch dispatch) {
        synchronized (Dispatch.REGISTRATION) {
            dispatch.requireFamily(familyOr(dispatch.catalog()));
            attached.put(type, new WeakReference<>(dispatch));
            for (Class<?> wider : withSupertypes(type)) {
                for (Registration<?> registration : homes.apply(wider).held.registered()) {
                    if (wider == type || registration.options().propagate()) {
                        dispatch.place(registration);
                    }
                }
            }
        }
    }

    /**
     * A class went out of use. Listeners registered on it while it was in use are removed; those held for it before stay held.
     *
     * @param type the class
     */
    public void detach(Class<?> type) {
        synchronized (Dispatch.REGISTRATION) {
            attached.remove(type);
            homes.apply(type).direct.closeAll();
        }
    }

    /** {@return the dispatches of all classes in use, in no particular order} */
    public Map<Class<?>, Dispatch> attached() {
        synchronized (Dispatch.REGISTRATION) {
            Map<Class<?>, Dispatch> inUse = new LinkedHashMap<>();
            attached.forEach((type, reference) -> {
                Dispatch dispatch = reference.get();
                if (dispatch != null) {
                    inUse.put(type, dispatch);
                }
            });
            return Collections.unmodifiableMap(inUse);
        }
    }

    /**
     * The low-level door for one class, in use or not.
     *
     * @param type the class
     * @return where listeners for it are registered
     */
    public ListenPoint on(Class<?> type) {
        return new ClassPoint(type);
    }

    private EventCatalog familyOr(EventCatalog first) {
        if (catalog == null) {
            catalog = first;
        }
        return catalog;
    }

    private @Nullable Dispatch dispatchOf(Class<?> type) {
        WeakReference<Dispatch> reference = attached.get(type);
        return reference == null ? null : reference.get();
    }

    private static Set<Class<?>> withSupertypes(Class<?> type) {
        Set<Class<?>> all = new LinkedHashSet<>();
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            all.add(at);
        }
        for (Class<?> known : List.copyOf(all)) {
            addInterfaces(known, all);
        }
        return all;
    }

    private static void addInterfaces(Class<?> type, Set<Class<?>> all) {
        for (Class<?> wider : type.getInterfaces()) {
            all.add(wider);
            addInterfaces(wider, all);
        }
    }

    /** What was registered on one class: while it was not in use, and while it was. */
    private static final class ClassHome {
        final Home held = new Home();
        final Home direct = new Home();

        <E> @Nullable Registration<E> find(EventKey<E> key, Object listener) {
            Registration<E> known = held.find(key, listener);
            return known != null ? known : direct.find(key, listener);
        }
    }

    private final class ClassPoint implements ListenPoint {
        private final Class<?> type;
        private final String description;

        ClassPoint(Class<?> type) {
            this.type = type;
            this.description = "class " + type.getName();
        }

        @Override
        public <E> Subscription listen(EventKey<E> key, Watcher<? super E> watcher, ListenOptions options) {
            synchronized (Dispatch.REGISTRATION) {
                return register(Registration.watching(description, key, watcher, options));
            }
        }

        @Override
        public <E extends ValueEvent<V>, V> Subscription change(
                EventKey<E> key, Changer<? super E, V> changer, ListenOptions options) {
            synchronized (Dispatch.REGISTRATION) {
                return register(Registration.changing(description, key, changer, options));
            }
        }

        private <E> Registration<E> register(Registration<E> registration) {
            familyOr(registration.key().catalog());
            Registration<E> known = find(registration.key(), registration.listener());
            if (known != null) {
                return known;
            }
            Dispatch dispatch = dispatchOf(type);
            if (dispatch != null && !lasting) {
                dispatch.place(registration);
                homes.apply(type).direct.add(registration);
            } else {
                hold(registration);
            }
            return registration;
        }

        private void hold(Registration<?> registration) {
            homes.apply(type).held.add(registration);
            boolean propagates = registration.options().propagate();
            for (Map.Entry<Class<?>, Dispatch> entry : attached().entrySet()) {
                if (entry.getKey() == type || (propagates && type.isAssignableFrom(entry.getKey()))) {
                    entry.getValue().place(registration);
                }
            }
        }

        @Override
        public void remove(EventKey<?> key, Object listener) {
            synchronized (Dispatch.REGISTRATION) {
                Registration<?> known = find(key, listener);
                if (known == null) {
                    throw NoSuchListenerException.on(description, key, listener, registeredElsewhere(key, listener));
                }
                known.close();
            }
        }

        @Override
        public boolean contains(EventKey<?> key, Object listener) {
            synchronized (Dispatch.REGISTRATION) {
                return find(key, listener) != null;
            }
        }

        private <E> @Nullable Registration<E> find(EventKey<E> key, Object listener) {
            if (catalog != null) {
                catalog.require(key, description);
            }
            return homes.apply(type).find(key, listener);
        }

        private @Nullable String registeredElsewhere(EventKey<?> key, Object listener) {
            Dispatch dispatch = dispatchOf(type);
            return dispatch == null ? null : dispatch.registeredOn(key, listener);
        }

        @Override
        public String toString() {
            return description;
        }
    }
}
