package dev.grapnel.mongo;

import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * How one document is found, changed and given back. Immutable.
 *
 * @param after whether the object shows the state after the change
 * @param upsert whether a document is inserted if there is none
 * @param sort which one is the first; null: as the server finds them
 */
public record FindOneOptions(
        boolean after, boolean upsert, @Nullable Bson sort) {
    /** The state before the change; nothing is inserted. */
    public static final FindOneOptions BEFORE = new FindOneOptions(false, false, null);

    /** The state after the change; nothing is inserted. */
    public static final FindOneOptions AFTER = new FindOneOptions(true, false, null);

    /** The same, inserting a document if there is none. */
    public FindOneOptions upserting() {
        return new FindOneOptions(after, true, sort);
    }

    /** The same in an order. */
    public FindOneOptions sortedBy(Bson order) {
        return new FindOneOptions(after, upsert, order);
    }
}
