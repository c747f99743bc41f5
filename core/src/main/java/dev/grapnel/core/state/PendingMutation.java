package dev.grapnel.core.state;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Additions and removals queued for a collection that is not loaded: merged when it is (rule A-32), or written by the next flush if it never is
 * (rule A-49).
 */
public final class PendingMutation implements Serializable {
    private static final long serialVersionUID = 2L;

    private final IdentityQueue added = new IdentityQueue();
    private final IdentityQueue removed = new IdentityQueue();

    /** Queues an addition. */
    public void add(Object item) {
        if (!removed.remove(item)) {
            added.add(item);
        }
    }

    /** Queues a removal. */
    public void remove(Object item) {
        if (!added.remove(item)) {
            removed.add(item);
        }
    }

    /** Queued additions in order. */
    public List<Object> added() {
        return added.inOrder();
    }

    /** Queued removals in order. */
    public Set<Object> removed() {
        return Collections.unmodifiableSet(removed);
    }
}
