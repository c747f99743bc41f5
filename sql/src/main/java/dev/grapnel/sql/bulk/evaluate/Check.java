package dev.grapnel.sql.bulk.evaluate;

import dev.grapnel.core.state.InstanceState;

/** A condition on objects in memory. */
@FunctionalInterface
public interface Check {
    /**
     * Evaluates the condition; nothing is loaded.
     *
     * @param state of an object
     * @return what it says of the object
     */
    Truth of(InstanceState state);
}
