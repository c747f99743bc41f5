package dev.grapnel.core.instrument;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A set in the order of its elements, natural or by the comparator declared with the attribute, that reports each element that joins or
 * leaves (rules ). So do its ranges and its descending view.
 *
 * <p>As in every sorted set an element must not change its place in the order while it is in the set; take it out, change it, put it back.
 *
 * @param <E> the type of the elements
 */
public final class TrackedSortedSet<E> extends ReportingSortedSet<E> implements TrackedCollection, Serializable {
    private static final long serialVersionUID = 1L;

    private final CollectionAdapter adapter;
    private transient NavigableMap<E, E> items;

    TrackedSortedSet(CollectionAdapter adapter, @Nullable Comparator<? super E> order) {
        this.adapter = adapter;
        this.items = new TreeMap<>(order);
    }

    @Override
    public CollectionAdapter adapter() {
        return adapter;
    }

    @Override
    NavigableMap<E, E> items() {
        return items;
    }

    // ---- serialisation ----

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        out.writeObject(SortOrder.written(items.comparator()));
        out.writeObject(new ArrayList<>(items.keySet()));
    }

    @SuppressWarnings("unchecked") // the elements written
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        SortOrder order = (SortOrder) in.readObject();
        List<E> elements = (List<E>) in.readObject();
        items = new TreeMap<>();
        Restoration.of(in).fill(() -> {
            items = new TreeMap<>(order.read(adapter));
            elements.forEach(element -> items.put(element, element));
        });
    }
}
