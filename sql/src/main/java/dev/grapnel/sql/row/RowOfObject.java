package dev.grapnel.sql.row;

import dev.grapnel.core.instrument.LoadContext;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;

/**
 * A row and the object it is for.
 *
 * @param <T> the class of the object
 */
public abstract sealed class RowOfObject<T> permits PopulateInstanceEvent, AppendResultEvent {
    private final Mapper mapper;
    private final LoadContext context;
    private final MappedRow row;
    private final InstanceState state;
    private final boolean isNew;
    private boolean skipped;

    RowOfObject(Mapper mapper, LoadContext context, MappedRow row, InstanceState state, boolean isNew) {
        this.mapper = mapper;
        this.context = context;
        this.row = row;
        this.state = state;
        this.isNew = isNew;
    }

    /** The mapper of the row. */
    public final Mapper mapper() {
        return mapper;
    }

    /** The result being read. */
    public final LoadContext context() {
        return context;
    }

    /** The row. */
    public final MappedRow row() {
        return row;
    }

    /** The object. */
    @SuppressWarnings("unchecked") // the listener's class is the object's
    public final T target() {
        return (T) state.requireObject();
    }

    /** The record of the object. */
    public final InstanceState state() {
        return state;
    }

    /** The identity key of the object. */
    public final IdentityKey key() {
        return state.requireKey();
    }

    /** Whether this is the first row of the object in the result. */
    public final boolean isNew() {
        return isNew;
    }

    /** Leaves out what would happen with the row and the object now. */
    public final void skip() {
        this.skipped = true;
    }

    /** Whether a listener left it out. */
    public final boolean isSkipped() {
        return skipped;
    }
}
