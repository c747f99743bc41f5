package dev.grapnel.core.instrument;

import java.util.Comparator;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map, or a range of one, that reports each element that joins or leaves. Polls take the entry first and report then, as all ways
 * of taking an element that the caller did not name (rule A-22).
 *
 * @param <K> the type of the keys
 * @param <V> the type of the elements
 */
abstract class ReportingSortedMap<K, V> extends ReportingMap<K, V> implements NavigableMap<K, V> {

    @Override
    abstract NavigableMap<K, V> items();

    /** A range refuses what lies outside of it, and an order what it cannot compare. */
    @Override
    final void checkKey(K key) {
        NavigableMap<K, V> unused = items().subMap(key, true, key, true);
    }

    private NavigableMap<K, V> range(NavigableMap<K, V> items) {
        return new Range<>(adapter(), items);
    }

    @Override
    public final @Nullable Comparator<? super K> comparator() {
        return items().comparator();
    }

    @Override
    public final K firstKey() {
        return items().firstKey();
    }

    @Override
    public final K lastKey() {
        return items().lastKey();
    }

    @Override
    public final @Nullable Entry<K, V> firstEntry() {
        return items().firstEntry();
    }

    @Override
    public final @Nullable Entry<K, V> lastEntry() {
        return items().lastEntry();
    }

    @Override
    public final @Nullable Entry<K, V> lowerEntry(K key) {
        return items().lowerEntry(key);
    }

    @Override
    public final @Nullable K lowerKey(K key) {
        return items().lowerKey(key);
    }

    @Override
    public final @Nullable Entry<K, V> floorEntry(K key) {
        return items().floorEntry(key);
    }

    @Override
    public final @Nullable K floorKey(K key) {
        return items().floorKey(key);
    }

    @Override
    public final @Nullable Entry<K, V> ceilingEntry(K key) {
        return items().ceilingEntry(key);
    }

    @Override
    public final @Nullable K ceilingKey(K key) {
        return items().ceilingKey(key);
    }

    @Override
    public final @Nullable Entry<K, V> higherEntry(K key) {
        return items().higherEntry(key);
    }

    @Override
    public final @Nullable K higherKey(K key) {
        return items().higherKey(key);
    }

    @Override
    public final @Nullable Entry<K, V> pollFirstEntry() {
        return taken(items().firstEntry());
    }

    @Override
    public final @Nullable Entry<K, V> pollLastEntry() {
        return taken(items().lastEntry());
    }

    private @Nullable Entry<K, V> taken(@Nullable Entry<K, V> entry) {
        if (entry != null) {
            adapter().beforeTaking();
            items().remove(entry.getKey());
            adapter().fireRemove(entry.getValue(), null, entry.getKey());
        }
        return entry;
    }

    @Override
    public final NavigableMap<K, V> descendingMap() {
        return range(items().descendingMap());
    }

    @Override
    public final NavigableSet<K> keySet() {
        return navigableKeySet();
    }

    @Override
    public final NavigableSet<K> navigableKeySet() {
        return new SortedKeys<>(this);
    }

    @Override
    public final NavigableSet<K> descendingKeySet() {
        return descendingMap().navigableKeySet();
    }

    @Override
    public final NavigableMap<K, V> subMap(K from, boolean fromInclusive, K to, boolean toInclusive) {
        return range(items().subMap(from, fromInclusive, to, toInclusive));
    }

    @Override
    public final NavigableMap<K, V> headMap(K to, boolean inclusive) {
        return range(items().headMap(to, inclusive));
    }

    @Override
    public final NavigableMap<K, V> tailMap(K from, boolean inclusive) {
        return range(items().tailMap(from, inclusive));
    }

    @Override
    public final SortedMap<K, V> subMap(K from, K to) {
        return subMap(from, true, to, false);
    }

    @Override
    public final SortedMap<K, V> headMap(K to) {
        return headMap(to, false);
    }

    @Override
    public final SortedMap<K, V> tailMap(K from) {
        return tailMap(from, true);
    }

    private static final class Range<K, V> extends ReportingSortedMap<K, V> {
        private final CollectionAdapter adapter;
        private final NavigableMap<K, V> items;

        Range(CollectionAdapter adapter, NavigableMap<K, V> items) {
            this.adapter = adapter;
            this.items = items;
        }

        @Override
        public CollectionAdapter adapter() {
            return adapter;
        }

        @Override
        NavigableMap<K, V> items() {
            return items;
        }
    }
}
