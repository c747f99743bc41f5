package dev.grapnel.extension;

import dev.grapnel.core.instrument.InitEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A constructor that is about to run its body: the one of the root-most enhanced class of the object. Valid during the hook. */
public final class InitCall extends ConstructorCall {
    private final InitEvent<?> event;

    InitCall(InitEvent<?> event) {
        super(event.constructorClass()::equals);
        this.event = event;
    }

    @Override
    public List<@Nullable Object> arguments() {
        return event.arguments();
    }

    /** The arguments of the constructor of the object's own class; read only. */
    public List<@Nullable Object> leafArguments() {
        return event.leafArguments();
    }

    /**
     * Replaces an argument: the constructor goes on with the new value.
     *
     * @param index the position of the parameter, from zero
     * @param value of the parameter's type, boxed if that is primitive
     * @throws dev.grapnel.core.error.InvalidArgumentException if the constructor has no such parameter
     */
    public void replaceArgument(int index, @Nullable Object value) {
        event.replaceArgument(index, value);
    }
}
