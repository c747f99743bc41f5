package dev.grapnel.core.instrument;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.EnhancedType;
import dev.grapnel.core.state.LoadMarker;
import java.lang.invoke.MethodType;

/** Makes the one object of a class from which further ones are made without reflection. */
final class PrototypeFactory {
    private PrototypeFactory() {}

    static Enhanced make(EnhancedType type) {
        String obstacle = type.notLoadableBecauseOf();
        if (obstacle != null) {
            throw new MappingException("Cannot make objects of " + type.type().getName()
                    + " for loading: its superclass " + obstacle
                    + " is not enhanced and has no constructor without arguments that it can call. Enhance " + obstacle
                    + " too, or give it such a constructor (protected is enough).");
        }
        try {
            return (Enhanced) type.lookup()
                    .findConstructor(type.type(), MethodType.methodType(void.class, LoadMarker.class))
                    .invoke(LoadMarker.LOAD);
        } catch (Throwable failure) {
            throw new MappingException(
                    "Cannot make objects of " + type.type().getName()
                            + " for loading: the constructor that enhancement adds failed. Is the class abstract, or enhanced by another version?",
                    failure);
        }
    }
}
