package dev.grapnel.core.session.callback;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.state.EnhancedType;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;

/** The entity listeners of a registry: one object of each class, made when it is first asked for. */
final class ListenerObjects {
    private final Map<Class<?>, ListenerObject> known = new HashMap<>();

    /**
     * The listener of a class.
     *
     * @param listener the class
     * @param mapped the class that names it, by whose rights it is made
     * @return the one object
     * @throws MappingException if it cannot be made
     */
    ListenerObject of(Class<?> listener, EnhancedType mapped) {
        ListenerObject found = known.get(listener);
        if (found == null) {
            found = new ListenerObject(listener, make(listener, mapped));
            known.put(listener, found);
        }
        return found;
    }

    private static Object make(Class<?> listener, EnhancedType mapped) {
        try {
            MethodHandles.Lookup rights = rights(listener, mapped);
            return rights.findConstructor(listener, MethodType.methodType(void.class))
                    .invoke();
        } catch (NoSuchMethodException | InstantiationException missing) {
            throw wrong(
                    listener,
                    mapped,
                    "it has no constructor without parameters, or is abstract or an inner class. Add such a constructor, and make an inner"
                            + " class static.",
                    missing);
        } catch (IllegalAccessException closed) {
            throw wrong(
                    listener,
                    mapped,
                    "its constructor cannot be called. Make class and constructor public, or open its package to the module of that class.",
                    closed);
        } catch (Throwable failed) {
            throw wrong(listener, mapped, "its constructor threw " + failed + ". Repair it.", failed);
        }
    }

    private static MethodHandles.Lookup rights(Class<?> listener, EnhancedType mapped) throws IllegalAccessException {
        boolean open = Modifier.isPublic(listener.getModifiers())
                && listener.getConstructors().length == listener.getDeclaredConstructors().length;
        return open ? mapped.lookup() : MethodHandles.privateLookupIn(listener, mapped.lookup());
    }

    private static MappingException wrong(
            Class<?> listener, EnhancedType mapped, String whyAndWhatToDo, Throwable cause) {
        return new MappingException(
                "Cannot map class " + mapped.type().getName() + ": its entity listener " + listener.getName()
                        + " cannot be made: " + whyAndWhatToDo,
                cause);
    }
}
