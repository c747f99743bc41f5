package dev.grapnel.core.instrument;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.state.InstanceState;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A constructor of the application is running: right after the {@code super(…)} call of the root-most enhanced class, before its field
 * initialisers (rules I-1 to I-4).
 *
 * @param <T> the class of the object
 */
public final class InitEvent<T> extends InstanceEvent<T> {
    private final Class<?> declaring;
    private final @Nullable Object[] arguments;
    private final List<@Nullable Object> leafArguments;
    private boolean replaced;

    InitEvent(
            InstanceState state,
            Class<?> declaring,
            @Nullable Object[] arguments,
            List<@Nullable Object> leafArguments) {
        super(state);
        this.declaring = declaring;
        this.arguments = arguments;
        this.leafArguments = leafArguments;
    }

    /** The class whose constructor the arguments belong to: the root-most enhanced one. */
    public Class<?> constructorClass() {
        return declaring;
    }

    /** The arguments of that constructor; read only. */
    public List<@Nullable Object> arguments() {
        return java.util.Collections.unmodifiableList(Arrays.asList(arguments));
    }

    /** The arguments of the constructor of the object's own class; read only. */
    public List<@Nullable Object> leafArguments() {
        return leafArguments;
    }

    /**
     * Replaces an argument: the constructor goes on with the new value.
     *
     * @param index the position of the parameter, from zero
     * @param value of the parameter's type, boxed if that is primitive; another makes the constructor fail
     * @throws InvalidArgumentException if the constructor has no such parameter
     */
    public void replaceArgument(int index, @Nullable Object value) {
        if (index < 0 || index >= arguments.length) {
            throw new InvalidArgumentException("Cannot replace argument " + index + " of a constructor of "
                    + declaring.getName() + ": it has " + arguments.length + ", counted from zero."
                    + " Look at arguments() before replacing one; they are those of the root-most enhanced class.");
        }
        arguments[index] = value;
        replaced = true;
    }

    boolean isReplaced() {
        return replaced;
    }
}
