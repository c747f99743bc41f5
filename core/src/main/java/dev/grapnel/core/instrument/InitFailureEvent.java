package dev.grapnel.core.instrument;

import dev.grapnel.core.state.InstanceState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A constructor of the application threw; the exception goes on after the listeners (rules I-1, I-6).
 *
 * @param <T> the class of the object
 */
public final class InitFailureEvent<T> extends InstanceEvent<T> {
    private final List<@Nullable Object> arguments;
    private final Throwable failure;

    InitFailureEvent(InstanceState state, List<@Nullable Object> arguments, Throwable failure) {
        super(state);
        this.arguments = arguments;
        this.failure = failure;
    }

    /** The arguments that {@code init} saw, replacements included. */
    public List<@Nullable Object> arguments() {
        return arguments;
    }

    /** The exception. */
    public Throwable failure() {
        return failure;
    }
}
