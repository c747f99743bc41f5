package dev.grapnel.core.instrument;

import dev.grapnel.core.state.InstanceState;
import org.jspecify.annotations.Nullable;

/**
 * An object was made from a row, or by merge (rules I-7 to I-12).
 *
 * @param <T> the class of the object
 */
public final class LoadEvent<T> extends InstanceEvent<T> {
    private final @Nullable LoadContext context;

    /**
     * Made by the loading room.
     *
     * @param state of the object
     * @param context the result being read, or null if merge made the object
     */
    public LoadEvent(InstanceState state, @Nullable LoadContext context) {
        super(state);
        this.context = context;
    }

    /** The result being read, or null if merge made the object. */
    public @Nullable LoadContext context() {
        return context;
    }
}
