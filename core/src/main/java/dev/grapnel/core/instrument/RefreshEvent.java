package dev.grapnel.core.instrument;

import dev.grapnel.core.state.InstanceState;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object in memory got values from a row (rules I-13 to I-16).
 *
 * @param <T> the class of the object
 */
public final class RefreshEvent<T> extends InstanceEvent<T> {
    private final @Nullable LoadContext context;
    private final @Nullable Set<String> attributes;

    /**
     * Made by the loading room.
     *
     * @param state of the object
     * @param context the result being read, or null if a bulk statement set the values
     * @param attributes the names, or null for all
     */
    public RefreshEvent(InstanceState state, @Nullable LoadContext context, @Nullable Set<String> attributes) {
        super(state);
        this.context = context;
        this.attributes = attributes;
    }

    /** The result being read, or null if a bulk statement set the values. */
    public @Nullable LoadContext context() {
        return context;
    }

    /** The names of the attributes, or null for all. */
    public @Nullable Set<String> attributes() {
        return attributes;
    }
}
