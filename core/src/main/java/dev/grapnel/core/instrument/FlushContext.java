package dev.grapnel.core.instrument;

import dev.grapnel.core.state.InstanceState;

/** The flush under way, as events show it. */
public interface FlushContext {
    /** Whether an object is going to be deleted by this flush. */
    boolean isDeleted(InstanceState state);
}
