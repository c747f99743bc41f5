package dev.grapnel.core.instrument;

import dev.grapnel.core.state.InstanceState;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Values of an object were given up; the next read loads them (rules I-21 to I-24).
 *
 * @param <T> the class of the object
 */
public final class ExpireEvent<T> extends InstanceEvent<T> {
    private final @Nullable Collection<String> attributes;

    ExpireEvent(InstanceState state, @Nullable Collection<String> attributes) {
        super(state);
        this.attributes = attributes;
    }

    /** The names of the attributes, or null for all. */
    public @Nullable Collection<String> attributes() {
        return attributes;
    }
}
