package dev.grapnel.core.instrument;

import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/** An entry of a tracked map: setting its value replaces an element, as {@code put} does (rule A-23). */
final class ReportingEntry<K, V> implements Entry<K, V> {
    private final Entry<K, V> entry;
    private final CollectionAdapter adapter;

    ReportingEntry(Entry<K, V> entry, CollectionAdapter adapter) {
        this.entry = entry;
        this.adapter = adapter;
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
    @SuppressWarnings({"unchecked", "NullAway"}) // listeners give back elements of the attribute, null only for null
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
