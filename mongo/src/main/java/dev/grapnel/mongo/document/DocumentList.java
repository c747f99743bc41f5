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
public final class DocumentList<E> extends AbstractList<E> implements Nested, RandomAccess {
    private final List<E> items;
    private @Nullable Place place;

    private DocumentList(List<E> items) {
        this.items = items;
    }

    /**
     * Takes over elements that are in the form in which they are kept.
     *
     * @param elements the elements, which belong to the new list from now on; nested ones tell it
     * @return the list
     */
    public static DocumentList<@Nullable Object> of(List<@Nullable Object> elements) {
        DocumentList<@Nullable Object> made = new DocumentList<>(elements);
        for (Object element : made.items) {
            made.hold(element);
        }
        return made;
    }

    /**
     * Copies a list at all depths.
     *
     * @param elements any elements
     * @return the tracked copy
     */
    public static DocumentList<@Nullable Object> copyOf(Collection<?> elements) {
        DocumentList<@Nullable Object> made = new DocumentList<>(new ArrayList<>(elements.size()));
        for (Object element : elements) {
            made.items.add(Nested.adopt(element, made::changing));
        }
        return made;
    }

    private void hold(@Nullable Object element) {
        if (element instanceof Nested nested) {
            nested.place(this::changing);
        }
    }

    @Override
    public void place(@Nullable Place told) {
        this.place = told;
    }

    private void changing() {
        if (place != null) {
            place.changing();
        }
    }

    /** A copy of plain lists and maps. */
    List<@Nullable Object> plain() {
        List<@Nullable Object> copy = new ArrayList<>(items.size());
        for (E item : items) {
            copy.add(Nested.plainCopy(item));
        }
        return copy;
    }

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
        E former = items.set(index, adopt(element));
        letGo(former);
        return former;
    }

    @Override
    public void add(int index, E element) {
        if (index < 0 || index > items.size()) {
            throw new IndexOutOfBoundsException("index " + index + ", size " + items.size());
        }
        changing();
        modCount++;
        items.add(index, adopt(element));
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
            range.forEach(DocumentList::letGo);
            range.clear();
        }
    }

    @Override
    public void sort(@Nullable Comparator<? super E> order) {
        changing();
        modCount++;
        items.sort(order);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // null only for null, and what is adopted has the type of the elements
    private E adopt(E element) {
        return (E) Nested.adopt(element, this::changing);
    }

    private static void letGo(@Nullable Object former) {
        if (former instanceof Nested nested) {
            nested.place(null);
        }
    }
}
