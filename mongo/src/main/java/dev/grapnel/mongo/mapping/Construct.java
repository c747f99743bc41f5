package dev.grapnel.mongo.mapping;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.instrument.ClassManager;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;

/** Makes objects by their constructor without arguments. */
final class Construct {
    private Construct() {}

    static Object object(ClassManager manager) {
        MethodHandle constructor = find(manager);
        try {
            return constructor.invoke();
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable thrown) {
            throw new MappingException(
                    "Cannot make an object of " + manager.type().getName() + ": its constructor threw " + thrown,
                    thrown);
        }
    }

    private static MethodHandle find(ClassManager manager) {
        try {
            return manager.enhancedType().lookup().findConstructor(manager.type(), MethodType.methodType(void.class));
        } catch (NoSuchMethodException | IllegalAccessException missing) {
            throw new MappingException(
                    "Cannot make an object of " + manager.type().getName()
                            + ": it has no constructor without arguments. Add one, or make the object yourself and save it.",
                    missing);
        }
    }
}
