package dev.grapnel.core.instrument;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A map in the order of its keys, natural or by the comparator declared with the attribute, whose values are the elements; reports each
 * that joins or leaves (rules ). So do its ranges and its descending view.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the elements
 */
public final class TrackedSortedMap<K, V> extends ReportingSortedMap<K, V> implements TrackedCollection, Serializable {
    private static final long serialVersionUID = 1L;

    private final CollectionAdapter adapter;
    private transient NavigableMap<K, V> items;

    TrackedSortedMap(CollectionAdapter adapter, @Nullable Comparator<? super K> order) {
        this.adapter = adapter;
        this.items = new TreeMap<>(order);
    }

    @Override
    public CollectionAdapter adapter() {
        return adapter;
    }

    @Override
    NavigableMap<K, V> items() {
        return items;
    }

    // ---- serialisation ----

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        out.writeObject(SortOrder.written(items.comparator()));
        out.writeObject(new ArrayList<>(items.keySet()));
        out.writeObject(new ArrayList<>(items.values()));
    }

    @SuppressWarnings("unchecked") // the keys and elements written
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        SortOrder order = (SortOrder) in.readObject();
        Iterator<K> keys = ((List<K>) in.readObject()).iterator();
        List<V> elements = (List<V>) in.readObject();
        items = new TreeMap<>();
        Restoration.of(in).fill(() -> {
            items = new TreeMap<>(order.read(adapter));
            elements.forEach(element -> items.put(keys.next(), element));
        });
    }
}
