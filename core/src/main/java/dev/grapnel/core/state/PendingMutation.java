package dev.grapnel.core.state;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Additions and removals queued for a collection that is not loaded; merged when it is (rule A-32). */
public final class PendingMutation implements Serializable {
    private static final long serialVersionUID = 1L;

    private final List<Object> added = new ArrayList<>();
    private final Set<Object> removed = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Queues an addition. */
    public void add(Object item) {
        if (!removed.remove(item) && !contains(added, item)) {
            added.add(item);
        }
    }

    /** Queues a removal. */
    public void remove(Object item) {
        if (!added.removeIf(known -> known == item)) {
            removed.add(item);
        }
    }

    /** Queued additions in order. */
    public List<Object> added() {
        return added;
    }

    /** Queued removals. */
    public Set<Object> removed() {
        return removed;
    }

    private static boolean contains(List<Object> items, Object wanted) {
        for (Object item : items) {
            if (item == wanted) {
                return true;
            }
        }
        return false;
    }
}
