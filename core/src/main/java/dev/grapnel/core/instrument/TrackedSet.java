package dev.grapnel.core.instrument;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A set in order of insertion that reports each element that joins or leaves, before it does (rules ).
 *
 * @param <E> the type of the elements
 */
public final class TrackedSet<E> extends AbstractSet<E> implements TrackedCollection, Serializable {
    private static final long serialVersionUID = 1L;

    private final CollectionAdapter adapter;
    private transient Set<E> items = new LinkedHashSet<>();

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
        return items.contains(element);
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
        if (items.contains(element)) {
            adapter.fireAppendWithoutMutation(element, initiator);
            return false;
        }
        return items.add((E) adapter.fireAppend(element, initiator, Keys.NONE));
    }

    @Override
    public boolean remove(@Nullable Object element) {
        if (element == null || !items.contains(element)) {
            return false;
        }
        adapter.fireRemove(element, null, Keys.NONE);
        return items.remove(element);
    }

    @Override
    public void clear() {
        clearWithEvents();
    }

    // ---- for the engine ----

    @Override
    public List<Object> elements() {
        return new ArrayList<>(items);
    }

    @Override
    public int count(Object element) {
        return items.contains(element) ? 1 : 0;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void add(Object element, @Nullable Initiator initiator) {
        joined((E) element, initiator);
    }

    @Override
    public void discard(Object element, @Nullable Initiator initiator) {
        if (items.contains(element)) {
            adapter.fireRemove(element, initiator, Keys.NONE);
            items.remove(element);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public void addQuietly(Object element) {
        items.add((E) element);
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
        out.writeObject(new ArrayList<>(items));
    }

    @SuppressWarnings("unchecked") // the elements written
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        items = new LinkedHashSet<>();
        List<E> elements = (List<E>) in.readObject();
        Restoration.of(in).fill(() -> items.addAll(elements));
    }

    private final class ReportingIterator implements Iterator<E> {
        private final Iterator<E> all = items.iterator();
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
