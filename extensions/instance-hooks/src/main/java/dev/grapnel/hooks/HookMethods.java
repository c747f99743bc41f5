package dev.grapnel.hooks;

import dev.grapnel.core.instrument.method.MarkedMethods;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.state.EnhancedType;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Method;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The hook methods of one class, bound; for each hook those of superclasses first. */
final class HookMethods {
    private static final MethodHandle[] NONE = {};

    private final Map<Hook, MethodHandle[]> methods = new EnumMap<>(Hook.class);

    private HookMethods(EnhancedType type) {
        for (Hook hook : Hook.values()) {
            List<Method> found = MarkedMethods.of(type.type(), hook::isMethod);
            if (!found.isEmpty()) {
                checkOnePerClass(found, hook);
                methods.put(
                        hook,
                        found.stream()
                                .map(method -> HookParameters.bind(type, method, hook))
                                .toArray(MethodHandle[]::new));
            }
        }
    }

    /**
     * The hooks of a class that is mapped or being mapped.
     *
     * @param mapper of the class
     * @return its hooks
     * @throws dev.grapnel.core.error.MappingException if a method cannot be a hook
     */
    static HookMethods of(Mapper mapper) {
        return new HookMethods(Objects.requireNonNull(EnhancedType.find(mapper.type()), "a mapped class is enhanced"));
    }

    private static void checkOnePerClass(List<Method> found, Hook hook) {
        Map<Class<?>, Method> seen = new HashMap<>();
        for (Method method : found) {
            Method other = seen.put(method.getDeclaringClass(), method);
            if (other != null) {
                throw MarkedMethods.wrong(
                        method,
                        "its class has " + MarkedMethods.describe(other) + " for " + hook
                                + " already, and may have one method for it. Make them one.");
            }
        }
    }

    boolean has(Hook hook) {
        return methods.containsKey(hook);
    }

    /** Calls the methods of a hook; what one throws goes on. */
    void call(Hook hook, Object target, Object event) {
        for (MethodHandle method : methods.getOrDefault(hook, NONE)) {
            call(method, target, event);
        }
    }

    private static void call(MethodHandle method, Object target, Object event) {
        try {
            method.invokeExact(target, event);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable undeclared) {
            throw new UndeclaredThrowableException(undeclared);
        }
    }
}
