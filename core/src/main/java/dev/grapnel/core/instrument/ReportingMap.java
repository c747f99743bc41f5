package dev.grapnel.core.instrument;

import dev.grapnel.core.error.InvalidRequestException;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A map, or a range of one, whose values are the elements of an attribute; reports each that joins or leaves, before it does (rules A-22,
 *
 *
 * <p>Methods that take a function change nothing, and tell nobody, where the function gives back the element that is there.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the elements
 */
abstract class ReportingMap<K, V> extends AbstractMap<K, V> {

    abstract Map<K, V> items();

    /** The link to the owner. */
    public abstract CollectionAdapter adapter();

    /** Fails, before anybody is told, if the map cannot take the key. */
    void checkKey(K key) {}

    @Override
    public final int size() {
        return items().size();
    }

    @Override
    public final @Nullable V get(@Nullable Object key) {
        return items().get(key);
    }

    @Override
    public final boolean containsKey(@Nullable Object key) {
        return items().containsKey(key);
    }

    @Override
    public final @Nullable V put(K key, V element) {
        return joined(key, element, null);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // listeners give back elements of the attribute, null only for null
    private @Nullable V joined(K key, V element, @Nullable Initiator initiator) {
        checkKey(key);
        if (items().containsKey(key)) {
            adapter().fireRemove(items().get(key), initiator, key);
        }
        return items().put(key, (V) adapter().fireAppend(element, initiator, key));
    }

    @Override
    public final void putAll(Map<? extends K, ? extends V> all) {
        all.forEach((key, element) -> {
            if (element != null && items().get(key) == element) {
                adapter().fireAppendWithoutMutation(element, null);
            } else {
                joined(key, element, null);
            }
        });
    }

    @Override
    public final @Nullable V putIfAbsent(K key, V element) {
        V there = items().get(key);
        if (there == null) {
            return joined(key, element, null);
        }
        if (there == element) {
            adapter().fireAppendWithoutMutation(element, null);
        }
        return there;
    }

    @Override
    public final @Nullable V computeIfAbsent(K key, Function<? super K, ? extends @Nullable V> make) {
        Objects.requireNonNull(make);
        V there = items().get(key);
        return there != null ? there : changed(key, null, make.apply(key));
    }

    @Override
    public final @Nullable V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends @Nullable V> change) {
        Objects.requireNonNull(change);
        V there = items().get(key);
        return there == null ? null : changed(key, there, change.apply(key, there));
    }

    @Override
    @SuppressWarnings("NullAway") // the function is given null for an absent element
    public final @Nullable V compute(K key, BiFunction<? super K, ? super V, ? extends @Nullable V> change) {
        Objects.requireNonNull(change);
        V there = items().get(key);
        return changed(key, there, change.apply(key, there));
    }

    @Override
    public final @Nullable V merge(K key, V element, BiFunction<? super V, ? super V, ? extends @Nullable V> change) {
        Objects.requireNonNull(change);
        Objects.requireNonNull(element);
        V there = items().get(key);
        return changed(key, there, there == null ? element : change.apply(there, element));
    }

    /** Puts what a function gave; the result is what is there then, which a listener may have replaced. */
    private @Nullable V changed(K key, @Nullable V there, @Nullable V made) {
        if (made == null) {
            remove(key);
        } else if (made != there) {
            joined(key, made, null);
        }
        return items().get(key);
    }

    @Override
    public final void replaceAll(BiFunction<? super K, ? super V, ? extends V> change) {
        Objects.requireNonNull(change);
        for (Entry<K, V> entry : entrySet()) {
            V made = change.apply(entry.getKey(), entry.getValue());
            if (made != entry.getValue()) {
                entry.setValue(made);
            }
        }
    }

    @Override
    public final @Nullable V remove(@Nullable Object key) {
        if (!items().containsKey(key)) {
            return null;
        }
        adapter().fireRemove(items().get(key), null, key);
        return items().remove(key);
    }

    @Override
    public final void clear() {
        new LinkedHashMap<>(items()).forEach((key, element) -> adapter().fireRemove(element, null, key));
        items().clear();
    }

    @Override
    public final Set<Entry<K, V>> entrySet() {
        return new Entries();
    }

    // ---- for the engine; the maps that belong to an owner show it ----

    /** The elements as they are now, in order; a copy. */
    public final List<Object> elements() {
        return new ArrayList<>(items().values());
    }

    /** How often an element is there, by identity. */
    public final int count(Object element) {
        int count = 0;
        for (V item : items().values()) {
            if (item == element) {
                count++;
            }
        }
        return count;
    }

    private K keyOf(Object element) {
        return keyOf(element, "add", " Set it before the element is added.");
    }

    private K keyOfLoaded(Object element) {
        return keyOf(element, "load", " Give its row a value, or map the relationship as a set or list.");
    }

    @SuppressWarnings("unchecked") // the attribute's keys are of type K
    private K keyOf(Object element, String what, String advice) {
        CollectionTracker attribute = adapter().attribute();
        Object key = attribute.keyOf(element);
        if (key == null) {
            throw new InvalidRequestException("Cannot " + what + ' ' + ClassManager.requireState(element)
                    + (what.equals("add") ? " to " : " into ") + adapter() + ": " + attribute.whyNoKey(what, advice));
        }
        return (K) key;
    }

    /** Adds an element with events. */
    @SuppressWarnings("unchecked") // elements of the attribute
    public final void add(Object element, @Nullable Initiator initiator) {
        joined(keyOf(element), (V) element, initiator);
    }

    /** Adds an element under a key of its own, with events. */
    @SuppressWarnings("unchecked") // keys and elements of the attribute
    final void put(Object key, Object element, Initiator initiator) {
        joined((K) key, (V) element, initiator);
    }

    /** Adds an element under a key of its own, without events. */
    @SuppressWarnings("unchecked") // keys and elements of the attribute
    final void putQuietly(Object key, Object element) {
        items().put((K) key, (V) element);
    }

    /** Removes an element with events, whatever its key is now; fires nothing if it is not there. */
    public final void discard(Object element, @Nullable Initiator initiator) {
        for (Entry<K, V> entry : items().entrySet()) {
            if (entry.getValue() == element) {
                K key = entry.getKey();
                adapter().fireRemove(element, initiator, key);
                items().remove(key);
                return;
            }
        }
    }

    /** Adds an element without events. */
    @SuppressWarnings("unchecked") // elements of the attribute
    public final void addQuietly(Object element) {
        items().put(keyOfLoaded(element), (V) element);
    }

    /** Removes an element without events. */
    public final void removeQuietly(Object element) {
        items().values().removeIf(item -> item == element);
    }

    /** Removes all elements, with an event for each. */
    public final void clearWithEvents() {
        clear();
    }

    // ---- the view of entries, which those of keys and values go through ----

    private final class Entries extends AbstractSet<Entry<K, V>> {
        @Override
        public int size() {
            return items().size();
        }

        @Override
        public boolean contains(@Nullable Object entry) {
            return items().entrySet().contains(entry);
        }

        @Override
        public boolean remove(@Nullable Object entry) {
            if (!contains(entry) || !(entry instanceof Entry<?, ?> known)) {
                return false;
            }
            ReportingMap.this.remove(known.getKey());
            return true;
        }

        @Override
        public void clear() {
            ReportingMap.this.clear();
        }

        @Override
        public Iterator<Entry<K, V>> iterator() {
            return new EntryIterator();
        }
    }

    private final class EntryIterator implements Iterator<Entry<K, V>> {
        private final Iterator<Entry<K, V>> all = items().entrySet().iterator();
        private @Nullable Entry<K, V> last;

        @Override
        public boolean hasNext() {
            return all.hasNext();
        }

        @Override
        public Entry<K, V> next() {
            Entry<K, V> next = all.next();
            last = next;
            return new ReportingEntry<>(next, adapter());
        }

        @Override
        public void remove() {
            if (last == null) {
                throw new IllegalStateException("remove() without next()");
            }
            adapter().fireRemove(last.getValue(), null, last.getKey());
            all.remove();
            last = null;
        }
    }
}
