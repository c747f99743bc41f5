package dev.grapnel.core.instrument;

import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A set, or a range of one, that reports each element that joins or leaves, before it does (rules ).
 *
 * @param <E> the type of the elements
 */
abstract class ReportingSet<E> extends AbstractSet<E> {

    /** Each element under itself, so that the one in the set is at hand when an equal one is given. */
    abstract Map<E, E> items();

    /** The link to the owner. */
    public abstract CollectionAdapter adapter();

    /** Fails, before anybody is told, if the set cannot take the element. */
    void checkJoining(E element) {}

    @Override
    public final int size() {
        return items().size();
    }

    @Override
    public final boolean contains(@Nullable Object element) {
        return items().containsKey(element);
    }

    @Override
    public final Iterator<E> iterator() {
        return new ReportingIterator();
    }

    @Override
    public final boolean add(E element) {
        return joined(element, null);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // listeners give back elements of the attribute, null only for null
    private boolean joined(E element, @Nullable Initiator initiator) {
        checkJoining(element);
        if (items().containsKey(element)) {
            adapter().fireAppendWithoutMutation(items().get(element), initiator);
            return false;
        }
        E joining = (E) adapter().fireAppend(element, initiator, Keys.NONE);
        return items().putIfAbsent(joining, joining) == null;
    }

    @Override
    @SuppressWarnings("NullAway") // null is an element like any other
    public final boolean remove(@Nullable Object element) {
        if (!items().containsKey(element)) {
            return false;
        }
        E leaving = items().get(element);
        adapter().fireRemove(leaving, null, Keys.NONE);
        items().remove(leaving);
        return true;
    }

    /** Removes the elements one by one, so that a listener that refuses one finds the earlier ones gone and the later ones there. */
    @Override
    public final void clear() {
        for (E element : new ArrayList<>(items().keySet())) {
            adapter().fireRemove(element, null, Keys.NONE);
            items().remove(element);
        }
    }

    // ---- for the engine; the sets that belong to an owner show it ----

    /** The elements as they are now, in order; a copy. */
    public final List<Object> elements() {
        return new ArrayList<>(items().keySet());
    }

    /** How often an element is there, by identity. */
    public final int count(Object element) {
        return holdsUnderItself(element) || lostHolds(element) ? 1 : 0;
    }

    private boolean holdsUnderItself(Object element) {
        return items().get(element) == element;
    }

    /** Whether it is there under a hash or place in the order that it had before. */
    private boolean lostHolds(Object element) {
        for (E item : items().keySet()) {
            if (item == element) {
                return true;
            }
        }
        return false;
    }

    /** Adds an element with events. */
    @SuppressWarnings("unchecked") // elements of the attribute
    public final void add(Object element, @Nullable Initiator initiator) {
        joined((E) element, initiator);
    }

    /** Removes an element with events; fires nothing if it is not there. */
    public final void discard(Object element, @Nullable Initiator initiator) {
        if (count(element) > 0) {
            adapter().fireRemove(element, initiator, Keys.NONE);
            removeQuietly(element);
        }
    }

    /** Adds an element without events. */
    @SuppressWarnings("unchecked") // elements of the attribute
    public final void addQuietly(Object element) {
        items().put((E) element, (E) element);
    }

    /** Removes an element without events, also if it cannot be found by its hash or order any more. */
    public final void removeQuietly(Object element) {
        if (holdsUnderItself(element)) {
            items().remove(element);
        } else {
            items().keySet().removeIf(item -> item == element);
        }
    }

    /** Removes all elements, with an event for each. */
    public final void clearWithEvents() {
        clear();
    }

    private final class ReportingIterator implements Iterator<E> {
        private final Iterator<E> all = items().keySet().iterator();
        private @Nullable E last;
        private boolean removable;

        @Override
        public boolean hasNext() {
            return all.hasNext();
        }

        @Override
        public E next() {
            E next = all.next();
            last = next;
            removable = true;
            return next;
        }

        @Override
        public void remove() {
            if (!removable) {
                throw new IllegalStateException("remove() without next()");
            }
            adapter().fireRemove(last, null, Keys.NONE);
            all.remove();
            removable = false;
        }
    }
}
