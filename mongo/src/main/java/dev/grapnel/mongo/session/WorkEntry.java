package dev.grapnel.mongo.session;

import dev.grapnel.mongo.mapping.DocumentState;
import org.jspecify.annotations.Nullable;

/** An object in a unit of work, at its place in the order. Refers to it strongly (statement ODM-I6). */
final class WorkEntry {
    final Object object;
    final DocumentState<?> state;
    final long place;

    WorkEntry(Object object, DocumentState<?> state, long place) {
        this.object = object;
        this.state = state;
        this.place = place;
    }

    /** The id under which the object is in the identity map. */
    @Nullable Object mappedId;
}
