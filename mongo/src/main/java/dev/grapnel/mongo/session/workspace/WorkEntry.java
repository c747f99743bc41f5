package dev.grapnel.mongo.session.workspace;

import dev.grapnel.mongo.mapping.DocumentState;
import org.jspecify.annotations.Nullable;

/** An object in a unit of work, at its place in the order. Refers to it strongly (statement ODM-I6). */
public final class WorkEntry {
    /** The object. */
    public final Object object;

    /** Its state. */
    public final DocumentState<?> state;

    /** Its place in the order of the flush. */
    public final long place;

    private @Nullable Object mappedId;

    WorkEntry(Object object, DocumentState<?> state, long place) {
        this.object = object;
        this.state = state;
        this.place = place;
    }

    /** The id under which the object is in the identity map. */
    public @Nullable Object mappedId() {
        return mappedId;
    }

    void mappedId(@Nullable Object id) {
        this.mappedId = id;
    }
}
