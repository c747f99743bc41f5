package dev.grapnel.events;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Classes as targets of one family: holds registrations for classes that are not in use yet and applies them when they are.
 *
 * <p>A class is <em>attached</em> when it gets a dispatch of its own (when it is mapped). A listener on an attached class goes straight to
 * that dispatch. A listener on any other class is held: it is applied when that class is attached and, if it propagates, when a subclass
 * of it is; with subclasses attached already, it is applied to them at once (rule E-19).
 *
 * <p>Classes are held weakly.
 */
public final class ClassTargets {
    private final Map<Class<?>, Dispatch> attached = new WeakHashMap<>();
    private final Map<Class<?>, List<Registration<?>>> held = new WeakHashMap<>();

    /**
     * A class came into use: applies what is held for it and, with {@code propagate}, for its superclasses and interfaces.
     *
     * @param type the class
     * @param dispatch its dispatch
     */
    public void attach(Class<?> type, Dispatch dispatch) {
        synchronized (Dispatch.REGISTRATION) {
            attached.put(type, dispatch);
            List<Registration<?>> waiting = new ArrayList<>();
            for (Map.Entry<Class<?>, List<Registration<?>>> entry : held.entrySet()) {
                if (entry.getKey().isAssignableFrom(type)) {
                    for (Registration<?> registration : entry.getValue()) {
                        if (entry.getKey() == type || registration.options().propagate()) {
                            waiting.add(registration);
                        }
                    }
                }
            }
            waiting.sort(java.util.Comparator.comparingLong(registration -> Math.abs(registration.order())));
            waiting.forEach(dispatch::place);
        }
    }

    /**
     * A class went out of use: listeners registered for it from now on are held again.
     *
     * @param type the class
     */
    public void detach(Class<?> type) {
        synchronized (Dispatch.REGISTRATION) {
            attached.remove(type);
        }
    }

    /** The dispatches of all classes in use. */
    public Map<Class<?>, Dispatch> attached() {
        synchronized (Dispatch.REGISTRATION) {
            return Collections.unmodifiableMap(new LinkedHashMap<>(attached));
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

    private final class ClassPoint implements ListenPoint {
        private final Class<?> type;

        ClassPoint(Class<?> type) {
            this.type = type;
        }

        @Override
        public <E> Subscription listen(EventKey<E> key, Watcher<? super E> watcher, ListenOptions options) {
            synchronized (Dispatch.REGISTRATION) {
                Dispatch dispatch = attached.get(type);
                return dispatch != null
                        ? dispatch.listen(key, watcher, options)
                        : hold(Registration.watching(key, watcher, options));
            }
        }

        @Override
        public <E extends ValueEvent<V>, V> Subscription change(
                EventKey<E> key, Changer<? super E, V> changer, ListenOptions options) {
            synchronized (Dispatch.REGISTRATION) {
                Dispatch dispatch = attached.get(type);
                return dispatch != null
                        ? dispatch.change(key, changer, options)
                        : hold(Registration.changing(key, changer, options));
            }
        }

        private <E> Registration<E> hold(Registration<E> registration) {
            @SuppressWarnings("unchecked") // found by the same key
            Registration<E> known = (Registration<E>) findHeld(registration.key(), registration.listener());
            if (known != null) {
                return known;
            }
            List<Registration<?>> list = held.computeIfAbsent(type, unused -> new ArrayList<>());
            list.add(registration);
            registration.standsIn(list::remove);
            if (registration.options().propagate()) {
                attached.forEach((other, dispatch) -> {
                    if (type.isAssignableFrom(other)) {
                        dispatch.place(registration);
                    }
                });
            }
            return registration;
        }

        @Override
        public void remove(EventKey<?> key, Object listener) {
            synchronized (Dispatch.REGISTRATION) {
                Registration<?> known = findHeld(key, listener);
                Dispatch dispatch = attached.get(type);
                if (known != null) {
                    known.close();
                } else if (dispatch != null) {
                    dispatch.remove(key, listener);
                } else {
                    throw new NoSuchListenerException("Cannot remove listener " + listener + " of " + key + " from class "
                            + type.getName() + ": it is not registered there. Give the class and the listener object given when"
                            + " it was registered.");
                }
            }
        }

        @Override
        public boolean contains(EventKey<?> key, Object listener) {
            synchronized (Dispatch.REGISTRATION) {
                Dispatch dispatch = attached.get(type);
                return findHeld(key, listener) != null || (dispatch != null && dispatch.contains(key, listener));
            }
        }

        private @Nullable Registration<?> findHeld(EventKey<?> key, Object listener) {
            for (Registration<?> registration : held.getOrDefault(type, List.of())) {
                if (registration.key() == key && registration.listener() == listener) {
                    return registration;
                }
            }
            return null;
        }
    }
}
