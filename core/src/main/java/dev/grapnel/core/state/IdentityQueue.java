package dev.grapnel.core.state;

import java.io.Serializable;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Objects told apart by identity, in order of arrival. Joining takes constant time; leaving is fast for what joined last. */
final class IdentityQueue extends AbstractSet<Object> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<Object> order = new ArrayList<>();
    private final Set<Object> known = Collections.newSetFromMap(new IdentityHashMap<>());

    @Override
    public boolean add(Object item) {
        return known.add(item) && order.add(item);
    }

    @Override
    public boolean contains(@Nullable Object item) {
        return known.contains(item);
    }

    @Override
    public boolean remove(@Nullable Object item) {
        if (!known.remove(item)) {
            return false;
        }
        int at = order.size() - 1;
        while (order.get(at) != item) {
            at--;
        }
        order.remove(at);
        return true;
    }

    List<Object> inOrder() {
        return Collections.unmodifiableList(order);
    }

    @Override
    public Iterator<Object> iterator() {
        return inOrder().iterator();
    }

    @Override
    public int size() {
        return order.size();
    }
}
