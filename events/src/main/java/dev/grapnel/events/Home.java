package dev.grapnel.events;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The registrations made on one target: what remove and contains ask, since both want the very target that was given to listen (rule E-3).
 * Where the listeners run is another matter; see {@link Listeners}.
 *
 * <p>Guarded by the registration lock.
 */
final class Home implements Registration.Place {
    private final List<Registration<?>> registered = new ArrayList<>(1);

    <E> @Nullable Registration<E> find(EventKey<E> key, Object listener) {
        for (Registration<?> known : registered) {
            if (known.key() == key && known.listener() == listener) {
                @SuppressWarnings("unchecked") // the key is the same, and with it the type of the event
                Registration<E> found = (Registration<E>) known;
                return found;
            }
        }
        return null;
    }

    void add(Registration<?> registration) {
        registered.add(registration);
        registration.standsIn(this);
    }

    List<Registration<?>> registered() {
        return List.copyOf(registered);
    }

    void closeAll() {
        registered().forEach(Registration::close);
    }

    @Override
    public void drop(Registration<?> registration) {
        registered.removeIf(known -> known == registration);
    }
}
