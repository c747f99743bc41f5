package dev.grapnel.mongo.document;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * A list in a document (statement ODM-S6).
 *
 * <p>It tells its place before each change: adding, replacing, removing, clearing, sorting. An element that is stored again counts as a
 * change (statement ODM-S4). Plain lists and maps that are put in are copied into tracked ones.
 *
 * @param <E> the type of the elements
 */
public final class DocumentList<E> extends AbstractList<E> implements Nested, Place, RandomAccess {
    private final List<E> items;
    private final Contents elements;
    private @Nullable Place place;

    private DocumentList(List<E> items, Contents elements) {
        this.items = items;
        this.elements = elements;
    }

    /**
     * Takes over elements that are in the form in which they are kept.
     *
     * @param items the elements, which belong to the new list from now on; nested ones tell it
     * @param elements what they are
     * @return the list
     */
    public static DocumentList<@Nullable Object> of(List<@Nullable Object> items, Contents elements) {
        DocumentList<@Nullable Object> made = new DocumentList<>(items, elements);
        for (Object item : items) {
            elements.join(item, made);
        }
        return made;
    }

    /**
     * Copies a list at all depths.
     *
     * @param items any elements
     * @param elements what they are
     * @return the tracked copy
     */
    public static DocumentList<@Nullable Object> copyOf(Collection<?> items, Contents elements) {
        DocumentList<@Nullable Object> made = new DocumentList<>(new ArrayList<>(items.size()), elements);
        for (Object item : items) {
            made.items.add(elements.takeIn(item, made));
        }
        return made;
    }

    // ---- its place ----

    @Override
    public void join(Place joined) {
        joined.requireOutside(this);
        this.place = joined;
    }

    @Override
    public void leave(Place left) {
        if (place == left) {
            place = NOWHERE; // what is put in again is a copy
        }
    }

    /** An element is about to change. */
    @Override
    public void changing() {
        if (place != null) {
            place.changing();
        }
    }

    @Override
    public boolean isOver() {
        return place != null && place.isOver();
    }

    @Override
    public boolean isWithin(Nested value) {
        return this == value || (place != null && place.isWithin(value));
    }

    @Override
    public List<@Nullable Object> copy() {
        List<@Nullable Object> copy = new ArrayList<>(items.size());
        for (E item : items) {
            copy.add(elements.copy(item));
        }
        return copy;
    }

    // ---- elements ----

    @Override
    public E get(int index) {
        return items.get(index);
    }

    @Override
    public int size() {
        return items.size();
    }

    @Override
    public E set(int index, E element) {
        java.util.Objects.checkIndex(index, items.size());
        changing();
        E former = items.set(index, takeIn(element));
        letGo(former);
        return former;
    }

    @Override
    public void add(int index, E element) {
        requirePosition(index);
        changing();
        modCount++;
        items.add(index, takeIn(element));
    }

    private void requirePosition(int index) {
        if (index < 0 || index > items.size()) {
            throw new IndexOutOfBoundsException("index " + index + ", size " + items.size());
        }
    }

    /** As one change; the list may be added to itself. */
    @Override
    public boolean addAll(int index, Collection<? extends E> added) {
        requirePosition(index);
        if (added.isEmpty()) {
            return false;
        }
        changing();
        modCount++;
        List<E> taken = new ArrayList<>(added);
        taken.replaceAll(this::takeIn);
        return items.addAll(index, taken);
    }

    @Override
    public boolean addAll(Collection<? extends E> added) {
        return addAll(size(), added);
    }

    @Override
    public E remove(int index) {
        java.util.Objects.checkIndex(index, items.size());
        changing();
        modCount++;
        E former = items.remove(index);
        letGo(former);
        return former;
    }

    @Override
    protected void removeRange(int from, int to) {
        if (from < to) {
            changing();
            modCount++;
            List<E> range = items.subList(from, to);
            range.forEach(this::letGo);
            range.clear();
        }
    }

    @Override
    public void sort(@Nullable Comparator<? super E> order) {
        changing();
        modCount++;
        items.sort(order);
    }

    @SuppressWarnings({"unchecked", "NullAway"
    }) // null only for null, and what is taken in has the type of the elements
    private E takeIn(E element) {
        return (E) elements.takeIn(element, this);
    }

    private void letGo(E former) {
        elements.letGo(former, this);
    }
}
