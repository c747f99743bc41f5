package dev.grapnel.core.instrument;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A map in order of insertion whose values are the elements of an attribute; reports each that joins or leaves, before it does
 * (rules ).
 *
 * @param <K> the type of the keys
 * @param <V> the type of the elements
 */
public final class TrackedMap<K, V> extends ReportingMap<K, V> implements TrackedCollection, Serializable {
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
    Map<K, V> items() {
        return items;
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
}
