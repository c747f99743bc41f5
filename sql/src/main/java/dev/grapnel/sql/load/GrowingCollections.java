package dev.grapnel.sql.load;

import dev.grapnel.core.instrument.CollectionTracker;
import dev.grapnel.core.state.InstanceState;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The collections of one relationship that the rows of a result fill, by their owners.
 *
 * <p>Rows of one owner mostly stand side by side, and then nobody asks for the collections of earlier owners: they are only listed, and put into a table when one is asked for.
 */
final class GrowingCollections {
    private final List<GrowingCollection> begun = new ArrayList<>();
    private @Nullable IdentityHashMap<InstanceState, GrowingCollection> byOwner;
    private int inTable;

    /** Begins the collection of an owner whose first row this is. */
    GrowingCollection begin(CollectionTracker attribute, InstanceState owner) {
        GrowingCollection made = new GrowingCollection(owner, attribute.beginLoading(owner));
        begun.add(made);
        return made;
    }

    /** The collection of an owner; begun now if no place of the row has brought it before. */
    GrowingCollection of(CollectionTracker attribute, InstanceState owner) {
        GrowingCollection known = table().get(owner);
        if (known == null) {
            known = begin(attribute, owner);
            known.finish(attribute);
        }
        return known;
    }

    private IdentityHashMap<InstanceState, GrowingCollection> table() {
        IdentityHashMap<InstanceState, GrowingCollection> table = byOwner;
        if (table == null) {
            table = new IdentityHashMap<>(begun.size());
            byOwner = table;
        }
        for (; inTable < begun.size(); inTable++) {
            GrowingCollection latest = begun.get(inTable);
            table.put(latest.owner(), latest);
        }
        return table;
    }
}
