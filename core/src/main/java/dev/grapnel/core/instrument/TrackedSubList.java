package dev.grapnel.core.instrument;

import java.util.AbstractList;
import java.util.Comparator;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A part of a tracked list. Changes go through the list, which reports them; sorting goes past the events, as sorting the list does. */
final class TrackedSubList<E> extends AbstractList<E> implements RandomAccess {
    private final TrackedList<E> whole;
    private final List<E> part;
    private final int from;

    TrackedSubList(TrackedList<E> whole, List<E> part, int from) {
        this.whole = whole;
        this.part = part;
        this.from = from;
    }

    @Override
    public E get(int index) {
        return part.get(index);
    }

    @Override
    public int size() {
        return part.size();
    }

    @Override
    public E set(int index, E element) {
        return part.set(index, element);
    }

    /** What is in this part already moves inside of it. */
    @Override
    public void add(int index, E element) {
        if (index < 0 || index > size() || !whole.takePlace(element, from + index, from + index, from + size())) {
            part.add(index, element);
        }
    }

    @Override
    public E remove(int index) {
        return part.remove(index);
    }

    @Override
    public void clear() {
        part.clear();
    }

    @Override
    public List<E> subList(int start, int end) {
        return new TrackedSubList<>(whole, part.subList(start, end), from + start);
    }

    @Override
    public void sort(@Nullable Comparator<? super E> order) {
        whole.sortPart(from, from + part.size(), order);
    }

    @Override
    public void replaceAll(UnaryOperator<E> operator) {
        TrackedList.replaceAll(part, operator);
    }
}
