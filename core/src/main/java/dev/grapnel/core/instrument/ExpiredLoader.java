package dev.grapnel.core.instrument;

import dev.grapnel.core.state.InstanceState;
import java.util.Set;

/** Reloads expired attributes of an object, all of them at once. */
@FunctionalInterface
public interface ExpiredLoader {
    /**
     * Reloads.
     *
     * @param state of the object
     * @param attributes the names to load
     * @param passive how far to go
     */
    void load(InstanceState state, Set<String> attributes, int passive);
}
