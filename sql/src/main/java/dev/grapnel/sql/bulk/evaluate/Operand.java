package dev.grapnel.sql.bulk.evaluate;

import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import org.jspecify.annotations.Nullable;

/** An expression over an object in memory. */
@FunctionalInterface
public interface Operand {
    /**
     * Evaluates the expression; nothing is loaded.
     *
     * @param state of an object
     * @return the value, or {@link Marker#PASSIVE_NO_RESULT} if a value is not in memory
     */
    @Nullable Object of(InstanceState state);
}
