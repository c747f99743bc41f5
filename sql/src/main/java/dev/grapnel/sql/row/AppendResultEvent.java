package dev.grapnel.sql.row;

import dev.grapnel.core.instrument.LoadContext;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.state.InstanceState;
import java.util.List;

/**
 * An object is about to be put into the result of a query for objects of one class (rule L-12); not for relationships, loads by key,
 * refreshes and pages. {@link #skip()} leaves it out. An object that comes in several rows is put there for the first; what a listener puts
 * there stays.
 *
 * @param <T> the class of the object
 */
public final class AppendResultEvent<T> extends RowOfObject<T> {
    private final List<Object> result;

    /** Made by loading. */
    public AppendResultEvent(
            Mapper mapper,
            LoadContext context,
            MappedRow row,
            InstanceState state,
            boolean isNew,
            List<Object> result) {
        super(mapper, context, row, state, isNew);
        this.result = result;
    }

    /** The result so far, to which a listener may add, any number of times. For a stream: that of the current portion. */
    public List<Object> result() {
        return result;
    }
}
