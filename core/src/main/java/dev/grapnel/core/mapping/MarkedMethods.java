package dev.grapnel.core.mapping;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.state.EnhancedType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds the methods of a class that an annotation marks, inherited and private ones too, and opens them to be called without reflection. */
final class MarkedMethods {
    private final Predicate<Method> marked;
    private final Set<String> overridden = new HashSet<>();

    private MarkedMethods(Predicate<Method> marked) {
        this.marked = marked;
    }

    /**
     * The marked methods of a class, those of superclasses first; of an overridden one only the nearest that is marked.
     *
     * @param type the class
     * @param marked says which methods
     * @return the methods; in a fixed order, which reflection does not promise
     */
    static List<Method> of(Class<?> type, Predicate<Method> marked) {
        MarkedMethods search = new MarkedMethods(marked);
        List<Method> found = new ArrayList<>();
        for (Class<?> source : lineage(type)) {
            found.addAll(0, search.in(source));
        }
        return found;
    }

    /** The class and its superclasses, then all their interfaces. */
    private static Set<Class<?>> lineage(Class<?> type) {
        Set<Class<?>> sources = new LinkedHashSet<>();
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            sources.add(at);
        }
        List.copyOf(sources).forEach(source -> addInterfaces(source, sources));
        return sources;
    }

    private static void addInterfaces(Class<?> source, Set<Class<?>> sources) {
        for (Class<?> wider : source.getInterfaces()) {
            sources.add(wider);
            addInterfaces(wider, sources);
        }
    }

    private List<Method> in(Class<?> source) {
        List<Method> here = Arrays.stream(source.getDeclaredMethods())
                .filter(marked)
                .sorted(Comparator.comparing(MarkedMethods::signature))
                .toList();
        List<Method> found = here.stream()
                .filter(method -> !method.isBridge() && !isOverridden(method))
                .toList();
        here.forEach(method -> overridden.add(signature(method)));
        return found;
    }

    private boolean isOverridden(Method method) {
        return !Modifier.isPrivate(method.getModifiers()) && overridden.contains(signature(method));
    }

    private static String signature(Method method) {
        return method.getName() + Arrays.toString(method.getParameterTypes());
    }

    /** How a message names a method. */
    static String describe(Method method) {
        return method.getDeclaringClass().getName()
                + '.'
                + method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    static MappingException wrong(Method method, String whyAndWhatToDo) {
        return new MappingException("Cannot map method " + describe(method) + ": " + whyAndWhatToDo);
    }

    /**
     * Opens a method.
     *
     * @param type the enhanced class whose objects it is called on
     * @param method of that class, inherited or not
     * @return calls it; overriding counts
     * @throws MappingException if it is static, throws checked exceptions, or cannot be reached
     */
    static MethodHandle open(EnhancedType type, Method method) {
        if (Modifier.isStatic(method.getModifiers())) {
            throw wrong(method, "it is static, and is to be called on an object. Leave static out.");
        }
        for (Class<?> thrown : method.getExceptionTypes()) {
            if (!RuntimeException.class.isAssignableFrom(thrown) && !Error.class.isAssignableFrom(thrown)) {
                throw wrong(
                        method,
                        "it throws " + thrown.getName()
                                + ", and who writes or loads an attribute cannot catch a checked exception."
                                + " Throw an unchecked one.");
            }
        }
        return reach(type, method);
    }

    /** By the rights of the enhanced class itself, so that no module has to open anything to this one. */
    private static MethodHandle reach(EnhancedType type, Method method) {
        Class<?> declaring = method.getDeclaringClass();
        try {
            MethodHandles.Lookup rights = declaring == type.type() || !Modifier.isPrivate(method.getModifiers())
                    ? type.lookup()
                    : MethodHandles.privateLookupIn(declaring, type.lookup());
            return rights.unreflect(method);
        } catch (IllegalAccessException closed) {
            throw new MappingException(
                    "Cannot map method " + describe(method) + ": " + type.type().getName()
                            + " cannot call it. Make it protected or public, or open its package to the module of that class.",
                    closed);
        }
    }
}
