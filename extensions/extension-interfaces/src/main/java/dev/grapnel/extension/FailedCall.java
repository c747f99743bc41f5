package dev.grapnel.extension;

import dev.grapnel.core.instrument.InitFailureEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A constructor that threw. Valid during the hook. */
public final class FailedCall extends ConstructorCall {
    private final InitFailureEvent<?> event;

    FailedCall(InitFailureEvent<?> event) {
        super(type -> type.isInstance(event.target()));
        this.event = event;
    }

    /** The arguments that {@code initInstance} saw, replacements included. */
    @Override
    public List<@Nullable Object> arguments() {
        return event.arguments();
    }

    /** What the constructor threw. */
    public Throwable failure() {
        return event.failure();
    }
}
