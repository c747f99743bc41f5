package dev.grapnel.core.instrument;

import dev.grapnel.core.state.InstanceState;

/**
 * A collection was made for an attribute, or is no longer the attribute's.
 *
 * @param <T> the class of the object
 * @param <V> the type of the elements
 */
public final class CollectionEvent<T, V> extends AttributeEvent<T, V> {
    private final TrackedCollection collection;

    CollectionEvent(
            CollectionTracker attribute, InstanceState state, TrackedCollection collection, Initiator initiator) {
        super(attribute, state, null, initiator, Keys.NONE);
        this.collection = collection;
    }

    /** The collection. */
    public TrackedCollection collection() {
        return collection;
    }
}
