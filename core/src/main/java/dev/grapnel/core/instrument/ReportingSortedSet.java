package dev.grapnel.core.instrument;

import java.util.Comparator;
import java.util.Iterator;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A sorted set, or a range of one, that reports each element that joins or leaves. Polls take the element first and report then, as all
 * ways of taking one that the caller did not name (rule A-22).
 *
 * @param <E> the type of the elements
 */
abstract class ReportingSortedSet<E> extends ReportingSet<E> implements NavigableSet<E> {

    @Override
    abstract NavigableMap<E, E> items();

    /** A range refuses what lies outside of it, and an order what it cannot compare. */
    @Override
    final void checkJoining(E element) {
        NavigableMap<E, E> unused = items().subMap(element, true, element, true);
    }

    private NavigableSet<E> range(NavigableMap<E, E> items) {
        return new Range<>(adapter(), items);
    }

    @Override
    public final @Nullable Comparator<? super E> comparator() {
        return items().comparator();
    }

    @Override
    public final E first() {
        return items().firstKey();
    }

    @Override
    public final E last() {
        return items().lastKey();
    }

    @Override
    public final @Nullable E lower(E element) {
        return items().lowerKey(element);
    }

    @Override
    public final @Nullable E floor(E element) {
        return items().floorKey(element);
    }

    @Override
    public final @Nullable E ceiling(E element) {
        return items().ceilingKey(element);
    }

    @Override
    public final @Nullable E higher(E element) {
        return items().higherKey(element);
    }

    @Override
    public final @Nullable E pollFirst() {
        return isEmpty() ? null : taken(items());
    }

    @Override
    public final @Nullable E pollLast() {
        return isEmpty() ? null : taken(items().descendingMap());
    }

    private E taken(NavigableMap<E, E> from) {
        adapter().beforeTaking();
        E leaving = from.firstKey();
        from.remove(leaving);
        adapter().fireRemove(leaving, null, Keys.NONE);
        return leaving;
    }

    @Override
    public final NavigableSet<E> descendingSet() {
        return range(items().descendingMap());
    }

    @Override
    public final Iterator<E> descendingIterator() {
        return descendingSet().iterator();
    }

    @Override
    public final NavigableSet<E> subSet(E from, boolean fromInclusive, E to, boolean toInclusive) {
        return range(items().subMap(from, fromInclusive, to, toInclusive));
    }

    @Override
    public final NavigableSet<E> headSet(E to, boolean inclusive) {
        return range(items().headMap(to, inclusive));
    }

    @Override
    public final NavigableSet<E> tailSet(E from, boolean inclusive) {
        return range(items().tailMap(from, inclusive));
    }

    @Override
    public final SortedSet<E> subSet(E from, E to) {
        return subSet(from, true, to, false);
    }

    @Override
    public final SortedSet<E> headSet(E to) {
        return headSet(to, false);
    }

    @Override
    public final SortedSet<E> tailSet(E from) {
        return tailSet(from, true);
    }

    private static final class Range<E> extends ReportingSortedSet<E> {
        private final CollectionAdapter adapter;
        private final NavigableMap<E, E> items;

        Range(CollectionAdapter adapter, NavigableMap<E, E> items) {
            this.adapter = adapter;
            this.items = items;
        }

        @Override
        public CollectionAdapter adapter() {
            return adapter;
        }

        @Override
        NavigableMap<E, E> items() {
            return items;
        }
    }
}
