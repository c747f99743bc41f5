package dev.grapnel.mongo.session.workspace;

import dev.grapnel.mongo.mapping.DocumentState;
import dev.grapnel.mongo.mapping.StateWatcher;
import org.jspecify.annotations.Nullable;

/**
 * An object in a unit of work, at its place in the order. Refers to it strongly (statement ODM-I6).
 *
 * <p>It is what the state of the object tells of changes, so that a unit of work finds its entries without a table.
 */
public final class WorkEntry implements StateWatcher {
    /** The object. */
    public final Object object;

    /** Its state. */
    public final DocumentState<?> state;

    /** Its place in the order of the flush. */
    public final long place;

    private final Work work;
    private Identities.@Nullable Key key;

    /** Its neighbours in the unit of work. */
    @Nullable WorkEntry before;

    @Nullable WorkEntry after;

    /** Whether it is in the unit of work now. */
    boolean present;

    /** Whether it is in the list of what is pending. */
    boolean listed;

    WorkEntry(Work work, Object object, DocumentState<?> state, long place) {
        this.work = work;
        this.object = object;
        this.state = state;
        this.place = place;
    }

    boolean isIn(Work asked) {
        return work == asked && present;
    }

    @Override
    public void noLongerClean(DocumentState<?> changed) {
        work.wait(this);
    }

    /** The id under which the object is in the identity map, or was. */
    public @Nullable Object mappedId() {
        return key == null ? null : key.id();
    }

    Identities.@Nullable Key key() {
        return key;
    }

    void key(Identities.@Nullable Key mapped) {
        this.key = mapped;
    }

    @Override
    public String toString() {
        return "entry " + place + " of " + state;
    }
}
