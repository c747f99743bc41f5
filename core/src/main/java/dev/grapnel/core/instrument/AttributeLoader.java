package dev.grapnel.core.instrument;

import dev.grapnel.core.state.InstanceState;
import org.jspecify.annotations.Nullable;

/** Fetches the value of an attribute that is not in memory. Implemented by the loading room and handed to the attribute. */
@FunctionalInterface
public interface AttributeLoader {
    /**
     * Fetches the value.
     *
     * @param state of the object
     * @param passive how far to go, see {@link dev.grapnel.core.state.Passive}
     * @return the value, a {@link LoadStatus}, an {@link Unkept} value, or a {@link dev.grapnel.core.state.Marker}
     */
    @Nullable Object load(InstanceState state, int passive);
}
