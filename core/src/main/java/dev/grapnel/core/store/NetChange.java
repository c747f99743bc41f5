package dev.grapnel.core.store;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.state.InstanceState;

/** Tells whether an attribute differs from what the store has (rule M-16). */
@FunctionalInterface
public interface NetChange {
    /**
     * Whether an attribute differs.
     *
     * @param state of the object
     * @param attribute of its class
     * @return whether the store has another value
     */
    boolean isIn(InstanceState state, AttributeTracker attribute);
}
