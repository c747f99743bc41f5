package dev.grapnel.core.session.callback;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.instrument.method.MarkedMethods;
import dev.grapnel.core.state.EnhancedType;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The callback methods of one mapped class: those of its entity listeners, then its own, superclasses first in both. */
final class CallbackMethods {
    private final EnhancedType type;
    private final List<ListenerObject> listeners;

    /**
     * Looks at a class.
     *
     * @param type the class
     * @param listeners its entity listeners, in their order
     */
    CallbackMethods(EnhancedType type, List<ListenerObject> listeners) {
        this.type = type;
        this.listeners = listeners;
    }

    /**
     * The methods for one callback.
     *
     * @param callback which one
     * @return the methods, opened
     * @throws MappingException if one cannot be a callback method
     */
    CallbackChain of(Callback callback) {
        List<MethodHandle> chain = new ArrayList<>();
        for (ListenerObject listener : listeners) {
            for (Method method : marked(listener.type(), callback)) {
                checkOfListener(method, callback);
                chain.add(MarkedMethods.open(type, method)
                        .bindTo(listener.object())
                        .asType(CallbackChain.OF_OBJECT));
            }
        }
        for (Method method : marked(type.type(), callback)) {
            checkOfEntity(method, callback);
            chain.add(MarkedMethods.open(type, method).asType(CallbackChain.OF_OBJECT));
        }
        return new CallbackChain(chain);
    }

    /** Whatever overrides a method takes its place, and is a callback method only if it is marked itself. */
    private static List<Method> marked(Class<?> source, Callback callback) {
        List<Method> methods = MarkedMethods.of(source, callback::marks, method -> true);
        Map<Class<?>, Method> seen = new HashMap<>();
        for (Method method : methods) {
            Method other = seen.put(method.getDeclaringClass(), method);
            if (other != null) {
                throw MarkedMethods.wrong(
                        method,
                        "its class has " + MarkedMethods.describe(other) + " for " + callback
                                + " already, and may have one method for it. Make them one.");
            }
        }
        return methods;
    }

    private static void checkOfEntity(Method method, Callback callback) {
        checkForm(method, callback);
        if (method.getParameterCount() > 0 || method.getReturnType() != void.class) {
            throw MarkedMethods.wrong(
                    method,
                    "in an entity class a method with " + callback
                            + " takes no parameters and returns nothing. Who wants to be told more listens to the events of the class.");
        }
    }

    private void checkOfListener(Method method, Callback callback) {
        checkForm(method, callback);
        if (method.getParameterCount() != 1 || method.getReturnType() != void.class) {
            throw MarkedMethods.wrong(
                    method,
                    "in an entity listener a method with " + callback
                            + " takes one parameter, the object, and returns nothing.");
        }
        Class<?> taken = method.getParameterTypes()[0];
        if (!taken.isAssignableFrom(type.type())) {
            throw MarkedMethods.wrong(
                    method,
                    "it takes " + taken.getName() + ", and its class listens to "
                            + type.type().getName() + ". Let it take that class or a supertype, as Object.");
        }
    }

    private static void checkForm(Method method, Callback callback) {
        if (Modifier.isFinal(method.getModifiers()) || Modifier.isStatic(method.getModifiers())) {
            throw MarkedMethods.wrong(
                    method, "a method with " + callback + " is neither static nor final. Leave that word out.");
        }
    }
}
