package dev.grapnel.events;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The listeners of one event on one target, in the order in which they run.
 *
 * <h2>Two levels</h2>
 *
 * A list may have an <em>upstream</em> list: that of the class-level target above it (the factory above a session, all mappers above a
 * mapper). Class-level listeners run before instance-level ones (rule E-22); two class-level lists are merged by order of registration
 * (rule E-23). The merge is made when it is first needed after a change, and kept; nothing is pushed downstream, so a short-lived target
 * leaves no trace upstream.
 *
 * <h2>Cost</h2>
 *
 * Asking an empty list whether it is empty reads one field and compares a length. Firing walks an immutable array, so listeners added or
 * removed meanwhile count from the next dispatch on (rule E-27). No lock is taken.
 *
 * @param <E> the event object
 */
public final class Listeners<E> implements Registration.Place<E> {
    private static final Registration<?>[] NONE = new Registration<?>[0];

    private final @Nullable Listeners<E> upstream;
    private final boolean sameLevel;
    private volatile Registration<E>[] own = none();
    private volatile @Nullable Merged<E> merged;

    /**
     * Makes an empty list.
     *
     * @param upstream the list of the class-level target above, or null
     * @param sameLevel whether this list is class-level too, so that both are merged by order of registration
     */
    Listeners(@Nullable Listeners<E> upstream, boolean sameLevel) {
        this.upstream = upstream;
        this.sameLevel = sameLevel;
    }

    /** Whether nobody listens. The cheap test before anything is built for a dispatch (rule E-34). */
    public boolean isEmpty() {
        return own.length == 0 && (upstream == null || upstream.isEmpty());
    }

    /**
     * Calls every listener in order.
     *
     * @param event the event object
     */
    public void fire(E event) {
        for (Registration<E> registration : snapshot()) {
            registration.call(event);
        }
    }

    /**
     * Calls the listeners in order for as long as a condition on the event holds.
     *
     * @param event the event object
     * @param goOn asked after each listener; false ends the dispatch
     */
    public void fireWhile(E event, Predicate<? super E> goOn) {
        for (Registration<E> registration : snapshot()) {
            registration.call(event);
            if (!goOn.test(event)) {
                return;
            }
        }
    }

    /** The listeners as they stand now, in order of dispatch. The caller must not write to the array. */
    public Registration<E>[] snapshot() {
        Registration<E>[] mine = own;
        if (upstream == null) {
            return mine;
        }
        Registration<E>[] above = upstream.snapshot();
        if (mine.length == 0) {
            return above;
        }
        if (above.length == 0) {
            return mine;
        }
        Merged<E> known = merged;
        if (known == null || known.above != above || known.mine != mine) {
            known = new Merged<>(above, mine, merge(above, mine));
            merged = known;
        }
        return known.all;
    }

    /** This list's own registrations, without those from upstream. */
    Registration<E>[] own() {
        return own;
    }

    /** Adds a registration; one with the {@code first} modifier goes to the front. Called under the registration lock. */
    void add(Registration<E> registration) {
        Registration<E>[] before = own;
        for (Registration<E> known : before) {
            if (known == registration) {
                return;
            }
        }
        int length = before.length;
        Registration<E>[] after = Arrays.copyOf(before, length + 1);
        if (registration.options().first()) {
            System.arraycopy(before, 0, after, 1, length);
            after[0] = registration;
        } else {
            after[length] = registration;
        }
        own = after;
        registration.standsIn(this);
    }

    @Override
    public void drop(Registration<E> registration) {
        Registration<E>[] before = own;
        for (int at = 0; at < before.length; at++) {
            if (before[at] == registration) {
                Registration<E>[] after = Arrays.copyOf(before, before.length - 1);
                System.arraycopy(before, at + 1, after, at, before.length - at - 1);
                own = after.length == 0 ? none() : after;
                return;
            }
        }
    }

    private Registration<E>[] merge(Registration<E>[] above, Registration<E>[] mine) {
        Registration<E>[] all = Arrays.copyOf(above, above.length + mine.length);
        System.arraycopy(mine, 0, all, above.length, mine.length);
        if (sameLevel) {
            Arrays.sort(all, Comparator.comparingLong(Registration::order));
        }
        return all;
    }

    @SuppressWarnings("unchecked") // an empty array holds no element of a wrong type
    private static <E> Registration<E>[] none() {
        return (Registration<E>[]) NONE;
    }

    private record Merged<E>(Registration<E>[] above, Registration<E>[] mine, Registration<E>[] all) {}
}
