package dev.grapnel.core.instrument;

import dev.grapnel.core.error.InvalidRequestException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A map in order of insertion whose values are the elements of an attribute; reports each that joins or leaves, before it does
 * (rules ).
 *
 * @param <K> the type of the keys
 * @param <V> the type of the elements
 */
public final class TrackedMap<K, V> extends AbstractMap<K, V> implements TrackedCollection, Serializable {
    private static final long serialVersionUID = 1L;

    private final CollectionAdapter adapter;
    private transient Map<K, V> items = new LinkedHashMap<>();

    TrackedMap(CollectionAdapter adapter) {
        this.adapter = adapter;
    }

    @Override
    public CollectionAdapter adapter() {
        return adapter;
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        return items.get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return items.containsKey(key);
    }

    @Override
    public @Nullable V put(K key, V element) {
        return joined(key, element, null);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // listeners give back elements of the attribute, null only for null
    private @Nullable V joined(K key, V element, @Nullable Initiator initiator) {
        if (items.containsKey(key)) {
            adapter.fireRemove(items.get(key), initiator, key);
        }
        return items.put(key, (V) adapter.fireAppend(element, initiator, key));
    }

    @Override
    public @Nullable V putIfAbsent(K key, V element) {
        V there = items.get(key);
        if (there == null) {
            return joined(key, element, null);
        }
        if (there == element) {
            adapter.fireAppendWithoutMutation(element, null);
        }
        return there;
    }

    @Override
    public @Nullable V remove(@Nullable Object key) {
        if (!items.containsKey(key)) {
            return null;
        }
        adapter.fireRemove(items.get(key), null, key);
        return items.remove(key);
    }

    @Override
    public void clear() {
        clearWithEvents();
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return new Entries();
    }

    // ---- for the engine ----

    /** Adds an element under a key of its own, with events. */
    @SuppressWarnings("unchecked")
    void put(Object key, Object element, Initiator initiator) {
        joined((K) key, (V) element, initiator);
    }

    /** Adds an element under a key of its own, without events. */
    @SuppressWarnings("unchecked")
    void putQuietly(Object key, Object element) {
        items.put((K) key, (V) element);
    }

    @Override
    public List<Object> elements() {
        return new ArrayList<>(items.values());
    }

    @Override
    public int count(Object element) {
        int count = 0;
        for (V item : items.values()) {
            if (item == element) {
                count++;
            }
        }
        return count;
    }

    @SuppressWarnings("unchecked") // the attribute's key function gives keys of type K
    private K keyOf(Object element) {
        Object key = adapter.attribute().kind().keyOf(element);
        if (key == null) {
            throw new InvalidRequestException(
                    "Cannot add " + ClassManager.requireState(element) + " to " + adapter.attribute() + " of "
                            + adapter.owner()
                            + ": the attribute of the element that is the map's key is null. Set it before the element is added.");
        }
        return (K) key;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void add(Object element, @Nullable Initiator initiator) {
        joined(keyOf(element), (V) element, initiator);
    }

    @Override
    public void discard(Object element, @Nullable Initiator initiator) {
        for (Entry<K, V> entry : items.entrySet()) {
            if (entry.getValue() == element) {
                adapter.fireRemove(element, initiator, entry.getKey());
                items.remove(entry.getKey());
                return;
            }
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public void addQuietly(Object element) {
        items.put(keyOf(element), (V) element);
    }

    @Override
    public void removeQuietly(Object element) {
        items.values().removeIf(item -> item == element);
    }

    @Override
    public void clearWithEvents() {
        new LinkedHashMap<>(items).forEach((key, element) -> adapter.fireRemove(element, null, key));
        items.clear();
    }

    // ---- serialisation ----

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        out.writeObject(new ArrayList<>(items.keySet()));
        out.writeObject(new ArrayList<>(items.values()));
    }

    @SuppressWarnings("unchecked") // the keys and elements written
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        items = new LinkedHashMap<>();
        Iterator<K> keys = ((List<K>) in.readObject()).iterator();
        List<V> elements = (List<V>) in.readObject();
        Restoration.of(in).fill(() -> elements.forEach(element -> items.put(keys.next(), element)));
    }

    private final class Entries extends AbstractSet<Entry<K, V>> {
        @Override
        public int size() {
            return items.size();
        }

        @Override
        public void clear() {
            clearWithEvents();
        }

        @Override
        public Iterator<Entry<K, V>> iterator() {
            Iterator<Entry<K, V>> all = items.entrySet().iterator();
            return new Iterator<>() {
                private @Nullable Entry<K, V> last;

                @Override
                public boolean hasNext() {
                    return all.hasNext();
                }

                @Override
                public Entry<K, V> next() {
                    Entry<K, V> next = all.next();
                    last = next;
                    return new ReportingEntry(next);
                }

                @Override
                public void remove() {
                    if (last == null) {
                        throw new IllegalStateException("remove() without next()");
                    }
                    adapter.fireRemove(last.getValue(), null, last.getKey());
                    all.remove();
                    last = null;
                }
            };
        }
    }

    private final class ReportingEntry implements Entry<K, V> {
        private final Entry<K, V> entry;

        ReportingEntry(Entry<K, V> entry) {
            this.entry = entry;
        }

        @Override
        public K getKey() {
            return entry.getKey();
        }

        @Override
        public V getValue() {
            return entry.getValue();
        }

        @Override
        @SuppressWarnings("unchecked")
        public V setValue(V element) {
            adapter.fireRemove(entry.getValue(), null, entry.getKey());
            return entry.setValue((V) adapter.fireAppend(element, null, entry.getKey()));
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return entry.equals(other);
        }

        @Override
        public int hashCode() {
            return entry.hashCode();
        }

        @Override
        public String toString() {
            return entry.toString();
        }
    }
}
