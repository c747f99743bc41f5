package dev.grapnel.core.instrument;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A collection that reports its changes to the object it belongs to.
 *
 * <p>The methods here are for the engine; application code uses the interface of the Java collections.
 */
public interface TrackedCollection {
    /** The link to the owner. */
    CollectionAdapter adapter();

    /** The elements as they are now, in order; a copy. */
    List<Object> elements();

    /** Whether an element is there, by identity. */
    default boolean holds(Object element) {
        return count(element) > 0;
    }

    /** How often an element is there, by identity. */
    int count(Object element);

    /** Adds an element with events. */
    void add(Object element, @Nullable Initiator initiator);

    /** Removes an element with events; fires nothing if it is not there. */
    void discard(Object element, @Nullable Initiator initiator);

    /** Adds an element without events. */
    void addQuietly(Object element);

    /** Removes an element without events. */
    void removeQuietly(Object element);

    /** Removes all elements, with an event for each. */
    void clearWithEvents();
}
