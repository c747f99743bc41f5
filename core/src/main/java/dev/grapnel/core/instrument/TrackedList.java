package dev.grapnel.core.instrument;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ListIterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A list that reports each element that joins or leaves, before it does (rules ).
 *
 * @param <E> the type of the elements
 */
public final class TrackedList<E> extends AbstractList<E> implements TrackedCollection, RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;
    private static final Integer CLEAR = -1;

    private final CollectionAdapter adapter;
    private final ArrayList<E> items;

    TrackedList(CollectionAdapter adapter) {
        this.adapter = adapter;
        this.items = new ArrayList<>();
    }

    /**
     * Makes a list that is filled next.
     *
     * @param adapter of the list
     * @param size how many elements it is going to have
     */
    TrackedList(CollectionAdapter adapter, int size) {
        this.adapter = adapter;
        this.items = size == 0 ? new ArrayList<>() : new ArrayList<>(size);
    }

    @Override
    public CollectionAdapter adapter() {
        return adapter;
    }

    @Override
    public E get(int index) {
        return items.get(index);
    }

    @Override
    public int size() {
        return items.size();
    }

    /**
     * Adds an element at the end. One that is here because its own side named the owner goes there instead of being here twice, unless the
     * relationship says otherwise ({@code @PairedWith(repeats = true)}).
     *
     * @param element the element
     * @return true
     */
    @Override
    public boolean add(E element) {
        if (takePlace(element, items.size() - 1, 0, items.size())) {
            modCount++;
            return true;
        }
        adapter.arrived(element);
        E joining = appending(element, null, Keys.NONE);
        modCount++;
        items.add(joining);
        return true;
    }

    /**
     * Moves an element to the place that the program gives it, if it stands in a part of the list because its own side named the owner. Leaves the count of
     * changes alone.
     */
    boolean takePlace(E element, int place, int from, int to) {
        if (!adapter.isAwaited(element)) {
            return false;
        }
        int at = lastByIdentity(element);
        if (at < from || at >= to) {
            return false;
        }
        adapter.arrived(element);
        adapter.fireAppendWithoutMutation(element, null);
        if (at != place) {
            adapter.beforeReordering();
            items.add(place, items.remove(at));
        }
        return true;
    }

    private int lastByIdentity(E element) {
        int at = items.size() - 1;
        while (at >= 0 && items.get(at) != element) {
            at--;
        }
        return at;
    }

    /**
     * Adds an element at a place. One that stands there or further back because its own side named the owner comes there instead of being here twice,
     * unless the relationship says otherwise ({@code @PairedWith(repeats = true)}).
     */
    @Override
    public void add(int index, E element) {
        if (index < 0 || index > items.size()) {
            throw new IndexOutOfBoundsException("index " + index + ", size " + items.size());
        }
        if (takePlace(element, index, index, items.size())) {
            modCount++;
            return;
        }
        E joining = appending(element, null, index);
        modCount++;
        items.add(Math.min(index, items.size()), joining);
    }

    @Override
    public E set(int index, E element) {
        E leaving = items.get(index);
        adapter.fireRemove(leaving, null, index);
        E joining = appending(element, null, index);
        return items.set(index, joining);
    }

    @Override
    public E remove(int index) {
        E leaving = items.get(index);
        adapter.fireRemove(leaving, null, index);
        if (index < items.size() && items.get(index) == leaving) {
            modCount++;
            items.remove(index);
        } else {
            removeFirst(leaving); // a listener moved it
        }
        return leaving;
    }

    /**
     * Takes the last element out. Unlike the other ways of removing it fires after the element is gone, so an element that is there twice
     * loses its reference to the owner all the same (rules ). The owner counts as changed from the attempt on, also if there is
     * nothing to take.
     *
     * @return the element
     * @throws NoSuchElementException if the list is empty
     */
    public E removeLast() {
        adapter.beforeTaking();
        if (items.isEmpty()) {
            throw new NoSuchElementException("Cannot take the last element of " + adapter + ": the list is empty.");
        }
        modCount++;
        int last = items.size() - 1;
        E leaving = items.remove(last);
        adapter.fireRemove(leaving, null, last);
        return leaving;
    }

    /** Removes the first equal element. The event fires also if there is none (rule A-23). */
    @Override
    public boolean remove(@Nullable Object element) {
        int at = items.indexOf(element);
        Object leaving = at >= 0 ? items.get(at) : element;
        adapter.fireRemove(leaving, null, Keys.NONE);
        return removeFirst(leaving);
    }

    private boolean removeFirst(@Nullable Object element) {
        int at = indexByIdentity(element);
        if (at < 0) {
            at = items.indexOf(element);
        }
        if (at < 0) {
            return false;
        }
        modCount++;
        items.remove(at);
        return true;
    }

    @Override
    public void clear() {
        clearWithEvents();
    }

    @Override
    public void sort(@Nullable Comparator<? super E> order) {
        adapter.beforeReordering();
        items.sort(order);
        modCount++;
    }

    /** Replaces elements; one that the operator gives back stays, and nobody is told. */
    @Override
    public void replaceAll(UnaryOperator<E> operator) {
        replaceAll(this, operator);
    }

    static <E> void replaceAll(List<E> list, UnaryOperator<E> operator) {
        Objects.requireNonNull(operator);
        for (ListIterator<E> each = list.listIterator(); each.hasNext(); ) {
            E there = each.next();
            E made = operator.apply(there);
            if (made != there) {
                each.set(made);
            }
        }
    }

    /** A part of the list; what changes through it is reported as well. Sorting it is silent, as sorting the list is. */
    @Override
    public List<E> subList(int from, int to) {
        return new TrackedSubList<>(this, super.subList(from, to), from);
    }

    /** Leaves the count of changes alone: the part that asks for it is to stay usable. */
    void sortPart(int from, int to, @Nullable Comparator<? super E> order) {
        adapter.beforeReordering();
        items.subList(from, to).sort(order);
    }

    @Override
    public boolean contains(@Nullable Object element) {
        return items.contains(element);
    }

    @Override
    public int indexOf(@Nullable Object element) {
        return items.indexOf(element);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // listeners give back elements of the attribute, null only for null
    private E appending(E element, @Nullable Initiator initiator, Object key) {
        return (E) adapter.fireAppend(element, initiator, key);
    }

    // ---- for the engine ----

    @Override
    public List<Object> elements() {
        return new ArrayList<>(items);
    }

    @Override
    public int count(Object element) {
        int count = 0;
        for (E item : items) {
            if (item == element) {
                count++;
            }
        }
        return count;
    }

    private int indexByIdentity(@Nullable Object element) {
        for (int at = 0; at < items.size(); at++) {
            if (items.get(at) == element) {
                return at;
            }
        }
        return -1;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void add(Object element, @Nullable Initiator initiator) {
        E joining = appending((E) element, initiator, Keys.NONE);
        modCount++;
        items.add(joining);
        if (adapter.attribute().awaits(initiator)) {
            adapter.await(joining);
        }
    }

    @Override
    public void discard(Object element, @Nullable Initiator initiator) {
        adapter.fireRemove(element, initiator, Keys.NONE);
        removeFirst(element);
    }

    @Override
    @SuppressWarnings("unchecked")
    public void addQuietly(Object element) {
        items.add((E) element);
    }

    @Override
    public void removeQuietly(Object element) {
        int at = indexByIdentity(element);
        if (at >= 0) {
            items.remove(at);
        }
    }

    @Override
    public void clearWithEvents() {
        for (Object element : elements()) {
            adapter.fireRemove(element, null, CLEAR);
        }
        modCount++;
        items.clear();
    }
}
