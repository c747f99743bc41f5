package dev.grapnel.core.instrument;

import dev.grapnel.core.state.InstanceState;
import java.util.List;

/**
 * Values that the flush or the database generated were stored in an object (rules I-18 to I-20).
 *
 * @param <T> the class of the object
 */
public final class RefreshFlushEvent<T> extends InstanceEvent<T> {
    private final FlushContext flush;
    private final List<String> attributes;

    /**
     * Made by the flush.
     *
     * @param state of the object
     * @param flush the flush
     * @param attributes the names
     */
    public RefreshFlushEvent(InstanceState state, FlushContext flush, List<String> attributes) {
        super(state);
        this.flush = flush;
        this.attributes = attributes;
    }

    /** The flush. */
    public FlushContext flushContext() {
        return flush;
    }

    /** The names of the attributes. */
    public List<String> attributes() {
        return attributes;
    }
}
