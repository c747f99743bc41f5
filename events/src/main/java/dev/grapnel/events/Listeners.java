package dev.grapnel.events;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The listeners of one event on one target, in the order in which they run.
 *
 * <h2>Two levels</h2>
 *
 * A list may have an <em>upstream</em> list: that of the class-level target above it (the factory above a session, all mappers above a
 * mapper). Class-level listeners run before instance-level ones (rule E-22); two class-level lists are merged by order of registration
 * (rule E-23). Each list keeps the merged array; a change upstream renews those downstream, which are known there weakly.
 *
 * <h2>Cost</h2>
 *
 * All work is done when listeners change. Asking whether anybody listens reads one field and compares it with null. Firing walks an
 * immutable array, so listeners added or removed meanwhile count from the next dispatch on (rule E-27). No lock is taken.
 *
 * @param <E> the event object
 */
public final class Listeners<E> implements Registration.Place {
    private static final Registration<?>[] NONE = new Registration<?>[0];

    private static final Listeners<?> EMPTY = new Listeners<>(null, false);

    private final @Nullable Listeners<E> upstream;
    private final boolean sameLevel;
    private @Nullable Set<Listeners<E>> downstream;
    private Registration<E>[] own = none();

    /** What firing walks; null while nobody listens, since null is the cheapest of all comparisons. */
    private volatile Registration<E> @Nullable [] all;

    /**
     * Makes a list without listeners of its own. Called under the registration lock, as is all that changes a list.
     *
     * @param upstream the list of the class-level target above, or null
     * @param sameLevel whether this list is class-level too, so that both are merged by order of registration
     */
    Listeners(@Nullable Listeners<E> upstream, boolean sameLevel) {
        this.upstream = upstream;
        this.sameLevel = sameLevel;
        if (upstream != null) {
            all = upstream.all;
        }
    }

    /** The list of a target on which nobody ever listened; never changes. */
    @SuppressWarnings("unchecked") // it never holds a listener of any type
    static <E> Listeners<E> empty() {
        return (Listeners<E>) EMPTY;
    }

    /** Has this list follow the changes of the one upstream. */
    void join() {
        if (upstream != null) {
            if (upstream.downstream == null) {
                upstream.downstream = Collections.newSetFromMap(new WeakHashMap<>(2));
            }
            upstream.downstream.add(this);
        }
    }

    /** {@return whether nobody listens} The cheap test before anything is built for a dispatch (rule E-34). */
    public boolean isEmpty() {
        return all == null;
    }

    /**
     * Calls every listener in order.
     *
     * @param event the event object
     */
    public void fire(E event) {
        Registration<E>[] now = all;
        if (now != null) {
            for (Registration<E> registration : now) {
                registration.call(event);
            }
        }
    }

    /**
     * Calls the listeners in order for as long as a condition on the event holds.
     *
     * @param event the event object
     * @param goOn asked after each listener; false ends the dispatch
     */
    public void fireWhile(E event, Predicate<? super E> goOn) {
        for (Registration<E> registration : now()) {
            registration.call(event);
            if (!goOn.test(event)) {
                return;
            }
        }
    }

    /** {@return the listeners as they stand now, in order of dispatch} The list is unmodifiable, and later changes do not reach it. */
    public List<Registration<E>> snapshot() {
        return Collections.unmodifiableList(Arrays.asList(now()));
    }

    private Registration<E>[] now() {
        Registration<E>[] now = all;
        return now == null ? none() : now;
    }

    /** This list's own registrations, without those from upstream. The array is never written to. */
    Registration<E>[] own() {
        return own;
    }

    /**
     * Adds a registration, unless it stands here.
     *
     * @param front whether to put it in front of those already here
     */
    void add(Registration<E> registration, boolean front) {
        Registration<E>[] before = own;
        if (Arrays.asList(before).contains(registration)) {
            return;
        }
        Registration<E>[] after = Arrays.copyOf(before, before.length + 1);
        if (front) {
            System.arraycopy(before, 0, after, 1, before.length);
        }
        after[front ? 0 : before.length] = registration;
        own = after;
        registration.standsIn(this);
        renew();
    }

    @Override
    public void drop(Registration<?> registration) {
        Registration<E>[] before = own;
        int at = Arrays.asList(before).indexOf(registration);
        if (at >= 0) {
            Registration<E>[] after = Arrays.copyOf(before, before.length - 1);
            System.arraycopy(before, at + 1, after, at, after.length - at);
            own = after.length == 0 ? none() : after;
            renew();
        }
    }

    private void renew() {
        Registration<E>[] merged = merged();
        all = merged.length == 0 ? null : merged;
        if (downstream != null) {
            downstream.forEach(Listeners::renew);
        }
    }

    private Registration<E>[] merged() {
        Registration<E>[] above = upstream == null ? none() : upstream.now();
        if (above.length == 0) {
            return own;
        }
        if (own.length == 0) {
            return above;
        }
        Registration<E>[] merged = Arrays.copyOf(above, above.length + own.length);
        System.arraycopy(own, 0, merged, above.length, own.length);
        if (sameLevel) {
            Arrays.sort(merged, Comparator.comparingLong(Registration::order));
        }
        return merged;
    }

    @SuppressWarnings("unchecked") // an empty array holds no element of a wrong type
    private static <E> Registration<E>[] none() {
        return (Registration<E>[]) NONE;
    }
}
