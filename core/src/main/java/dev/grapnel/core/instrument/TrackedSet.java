package dev.grapnel.core.instrument;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A set in order of insertion that reports each element that joins or leaves, before it does (rules ).
 *
 * @param <E> the type of the elements
 */
public final class TrackedSet<E> extends ReportingSet<E> implements TrackedCollection, Serializable {
    private static final long serialVersionUID = 1L;

    private final CollectionAdapter adapter;
    private transient Map<E, E> items = new LinkedHashMap<>();

    TrackedSet(CollectionAdapter adapter) {
        this.adapter = adapter;
    }

    @Override
    public CollectionAdapter adapter() {
        return adapter;
    }

    @Override
    Map<E, E> items() {
        return items;
    }

    // ---- serialisation ----

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        out.writeObject(new ArrayList<>(items.keySet()));
    }

    @SuppressWarnings("unchecked") // the elements written
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        items = new LinkedHashMap<>();
        List<E> elements = (List<E>) in.readObject();
        Restoration.of(in).fill(() -> elements.forEach(element -> items.put(element, element)));
    }
}
