package dev.grapnel.core.mapping;

import dev.grapnel.core.annotation.Reconstructor;
import dev.grapnel.core.instrument.InstanceEventKeys;
import dev.grapnel.core.instrument.method.MarkedMethods;
import dev.grapnel.core.state.EnhancedType;
import dev.grapnel.events.ListenOptions;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The methods of an entity class that run when its objects were loaded: {@link Reconstructor}.
 *
 * <p>Ordinary listeners, in front of those that the application holds for the class (rule I-10).
 */
final class LoadMethods {
    private static final MethodType OF_OBJECT = MethodType.methodType(void.class, Object.class);

    private LoadMethods() {}

    /** Registers the methods of a mapped class and its superclasses, those of superclasses first. */
    static void attach(Mapper mapper) {
        EnhancedType type = mapper.manager().enhancedType();
        List<Method> methods = MarkedMethods.of(type.type(), method -> method.isAnnotationPresent(Reconstructor.class));
        checkOnePerClass(methods);
        List<MethodHandle> opened =
                methods.stream().map(method -> open(type, method)).toList();
        if (!opened.isEmpty()) {
            mapper.manager()
                    .dispatch()
                    .listen(
                            InstanceEventKeys.LOAD,
                            event -> call(opened, event.target()),
                            ListenOptions.NONE.withFirst());
        }
    }

    private static void checkOnePerClass(List<Method> methods) {
        Map<Class<?>, Method> seen = new HashMap<>();
        for (Method method : methods) {
            Method other = seen.put(method.getDeclaringClass(), method);
            if (other != null) {
                throw MarkedMethods.wrong(
                        method,
                        "its class has " + MarkedMethods.describe(other)
                                + " to run on load already, and may have one method with @Reconstructor. Make them one.");
            }
        }
    }

    private static MethodHandle open(EnhancedType type, Method method) {
        if (method.getParameterCount() > 0 || method.getReturnType() != void.class) {
            throw MarkedMethods.wrong(
                    method,
                    "a method with @Reconstructor takes no parameters and returns nothing."
                            + " What the load is about is told to a listener: InstanceEvents.on("
                            + type.type().getSimpleName() + ".class).load(…).");
        }
        return MarkedMethods.open(type, method).asType(OF_OBJECT);
    }

    private static void call(List<MethodHandle> methods, Object target) {
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
