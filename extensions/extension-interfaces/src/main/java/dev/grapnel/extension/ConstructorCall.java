package dev.grapnel.extension;

import dev.grapnel.core.error.InvalidRequestException;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The call of a constructor of the application that an extension is told of. */
public abstract sealed class ConstructorCall permits InitCall, FailedCall {
    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private final Predicate<Class<?>> declares;

    ConstructorCall(Predicate<Class<?>> declares) {
        this.declares = declares;
    }

    /** The arguments as they stand now; read only. */
    public abstract List<@Nullable Object> arguments();

    /**
     * The constructor that is running, as its class declares it: nothing was put around it (rule L-20). Found on the stack, so ask only if you
     * need it.
     *
     * @return the constructor
     * @throws InvalidRequestException if the hook has returned already
     */
    public Constructor<?> constructor() {
        return STACK.walk(frames -> frames.filter(frame ->
                                frame.getMethodName().equals("<init>") && declares.test(frame.getDeclaringClass()))
                        .findFirst())
                .map(ConstructorCall::declared)
                .orElseThrow(() -> new InvalidRequestException(
                        "Cannot tell the constructor of this call: it is not running any more."
                                + " Ask for it within initInstance or initFailed, on the same thread."));
    }

    private static Constructor<?> declared(StackWalker.StackFrame frame) {
        try {
            return frame.getDeclaringClass()
                    .getDeclaredConstructor(frame.getMethodType().parameterArray());
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(
                    "No constructor of " + frame.getDeclaringClass() + " fits " + frame + ".", impossible);
        }
    }
}
