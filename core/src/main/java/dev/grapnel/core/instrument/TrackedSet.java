package dev.grapnel.core.instrument;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A set in order of insertion that reports each element that joins or leaves, before it does (rules ).
 *
 * @param <E> the type of the elements
 */
public final class TrackedSet<E> extends AbstractSet<E> implements TrackedCollection, Serializable {
    private static final long serialVersionUID = 1L;

    private final CollectionAdapter adapter;
    /** Each element under itself, so that the one in the set is at hand when an equal one is given. */
    private transient Map<E, E> items = new LinkedHashMap<>();

    TrackedSet(CollectionAdapter adapter) {
        this.adapter = adapter;
    }

    @Override
    public CollectionAdapter adapter() {
        return adapter;
    }

    @Override
    public int size() {
        return items.size();
    }

    @Override
    public boolean contains(@Nullable Object element) {
        return items.containsKey(element);
    }

    @Override
    public Iterator<E> iterator() {
        return new ReportingIterator();
    }

    @Override
    public boolean add(E element) {
        return joined(element, null);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // listeners give back elements of the attribute, null only for null
    private boolean joined(E element, @Nullable Initiator initiator) {
        if (items.containsKey(element)) {
            adapter.fireAppendWithoutMutation(element, initiator);
            return false;
        }
        E joining = (E) adapter.fireAppend(element, initiator, Keys.NONE);
        return items.putIfAbsent(joining, joining) == null;
    }

    @Override
    public boolean remove(@Nullable Object element) {
        E leaving = element == null ? null : items.get(element);
        if (leaving == null) {
            return false;
        }
        adapter.fireRemove(leaving, null, Keys.NONE);
        return items.remove(leaving) != null;
    }

    @Override
    public void clear() {
        clearWithEvents();
    }

    // ---- for the engine ----

    @Override
    public List<Object> elements() {
        return new ArrayList<>(items.keySet());
    }

    @Override
    public int count(Object element) {
        return items.containsKey(element) ? 1 : 0;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void add(Object element, @Nullable Initiator initiator) {
        joined((E) element, initiator);
    }

    @Override
    public void discard(Object element, @Nullable Initiator initiator) {
        if (items.containsKey(element)) {
            adapter.fireRemove(element, initiator, Keys.NONE);
            items.remove(element);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public void addQuietly(Object element) {
        items.put((E) element, (E) element);
    }

    @Override
    public void removeQuietly(Object element) {
        items.remove(element);
    }

    @Override
    public void clearWithEvents() {
        for (Object element : elements()) {
            adapter.fireRemove(element, null, Keys.NONE);
        }
        items.clear();
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

    private final class ReportingIterator implements Iterator<E> {
        private final Iterator<E> all = items.keySet().iterator();
        private @Nullable E last;

        @Override
        public boolean hasNext() {
            return all.hasNext();
        }

        @Override
        public E next() {
            E next = all.next();
            last = next;
            return next;
        }

        @Override
        public void remove() {
            if (last == null) {
                throw new IllegalStateException("remove() without next()");
            }
            adapter.fireRemove(last, null, Keys.NONE);
            all.remove();
            last = null;
        }
    }
}
