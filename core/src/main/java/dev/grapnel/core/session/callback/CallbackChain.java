package dev.grapnel.core.session.callback;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.List;

/** The methods of one class for one callback, in their order, opened. */
final class CallbackChain {
    /** What each handle takes: the object. */
    static final MethodType OF_OBJECT = MethodType.methodType(void.class, Object.class);

    private final MethodHandle[] methods;

    CallbackChain(List<MethodHandle> methods) {
        this.methods = methods.toArray(MethodHandle[]::new);
    }

    boolean isEmpty() {
        return methods.length == 0;
    }

    /** Calls them; what one throws goes on, and those behind it are not called. */
    void call(Object target) {
        for (MethodHandle method : methods) {
            call(method, target);
        }
    }

    private static void call(MethodHandle method, Object target) {
        try {
            method.invokeExact(target);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable undeclared) {
            throw new UndeclaredThrowableException(undeclared);
        }
    }
}
