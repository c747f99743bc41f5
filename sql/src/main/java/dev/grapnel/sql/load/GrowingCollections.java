package dev.grapnel.sql.load;

import dev.grapnel.core.instrument.CollectionTracker;
import dev.grapnel.core.state.InstanceState;
import java.util.IdentityHashMap;

/** The collections of one relationship that the rows of a result fill, by their owners. */
final class GrowingCollections {
    private final IdentityHashMap<InstanceState, GrowingCollection> byOwner = new IdentityHashMap<>();

    /** Begins the collection of an owner whose first row this is. */
    GrowingCollection begin(CollectionTracker attribute, InstanceState owner) {
        GrowingCollection made = new GrowingCollection(attribute.beginLoading(owner));
        byOwner.put(owner, made);
        return made;
    }

    /** The collection of an owner; begun now if no place of the row has brought it before. */
    GrowingCollection of(CollectionTracker attribute, InstanceState owner) {
        GrowingCollection known = byOwner.get(owner);
        if (known == null) {
            known = begin(attribute, owner);
            known.finish(attribute, owner);
        }
        return known;
    }
}
