package dev.grapnel.core.instrument;

import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A set by identity, in order of insertion; what whole assignment compares (rule A-27). */
final class OrderedIdentitySet extends AbstractSet<Object> {
    private final IdentityHashMap<Object, Boolean> known = new IdentityHashMap<>();
    private final List<Object> order = new ArrayList<>();

    @Override
    public boolean add(Object element) {
        return known.put(element, Boolean.TRUE) == null && order.add(element);
    }

    @Override
    public boolean contains(@Nullable Object element) {
        return known.containsKey(element);
    }

    @Override
    public Iterator<Object> iterator() {
        return order.iterator();
    }

    @Override
    public int size() {
        return order.size();
    }
}
