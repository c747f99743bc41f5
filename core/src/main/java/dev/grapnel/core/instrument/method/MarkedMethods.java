package dev.grapnel.core.instrument.method;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.state.EnhancedType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds the methods of a class that an annotation marks, inherited and private ones too, and opens them to be called without reflection.
 *
 * <pre>{@code
 * for (Method method : MarkedMethods.of(type.type(), each -> each.isAnnotationPresent(Audited.class))) {
 *     handles.add(MarkedMethods.open(type, method));
 * }
 * }</pre>
 *
 * <p>For set-up work: what it gives is kept and called, it is not asked again (decision 0011).
 */
public final class MarkedMethods {
    private final Predicate<Method> marked;
    private final Predicate<Method> hiding;
    private final List<Method> nearer = new ArrayList<>();

    private MarkedMethods(Predicate<Method> marked, Predicate<Method> hiding) {
        this.marked = marked;
        this.hiding = hiding;
    }

    /**
     * The marked methods of a class, those of superclasses first; of an overridden one only the nearest that is marked.
     *
     * @param type the class
     * @param marked says which methods
     * @return the methods; in a fixed order, which reflection does not promise
     */
    public static List<Method> of(Class<?> type, Predicate<Method> marked) {
        return of(type, marked, marked);
    }

    /**
     * As {@link #of(Class, Predicate)}, and says which methods take the place of those that they override.
     *
     * @param type the class
     * @param marked says which methods
     * @param hiding says which methods hide what they override; one that hides and is not marked takes a marked one out
     * @return the methods, those of superclasses first, in a fixed order
     */
    public static List<Method> of(Class<?> type, Predicate<Method> marked, Predicate<Method> hiding) {
        MarkedMethods search = new MarkedMethods(marked, hiding);
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
        Method[] declared = source.getDeclaredMethods();
        List<Method> found = new ArrayList<>();
        for (Method method : declared) {
            if (marked.test(method) && !method.isBridge() && !isOverridden(method)) {
                found.add(method);
            }
        }
        if (found.size() > 1) {
            found.sort(Comparator.comparing(MarkedMethods::signature));
        }
        for (Method method : declared) {
            if (hiding.test(method)) {
                nearer.add(method);
            }
        }
        return found;
    }

    private boolean isOverridden(Method method) {
        for (Method other : nearer) {
            if (overrides(other, method)) {
                return true;
            }
        }
        return false;
    }

    private static boolean overrides(Method nearer, Method method) {
        return signature(nearer).equals(signature(method)) && isInherited(method, nearer.getDeclaringClass());
    }

    private static boolean isInherited(Method method, Class<?> subclass) {
        int reach = method.getModifiers();
        return Modifier.isPublic(reach)
                || Modifier.isProtected(reach)
                || (!Modifier.isPrivate(reach) && samePackage(method, subclass));
    }

    private static boolean samePackage(Method method, Class<?> type) {
        return method.getDeclaringClass().getPackageName().equals(type.getPackageName());
    }

    private static String signature(Method method) {
        return method.getName() + Arrays.toString(method.getParameterTypes());
    }

    /**
     * How a message names a method.
     *
     * @param method any
     * @return its class, name and parameters, as {@code com.shop.Order.check(String)}
     */
    public static String describe(Method method) {
        return method.getDeclaringClass().getName()
                + '.'
                + method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    /**
     * Refuses a method.
     *
     * @param method which cannot be what its annotation says
     * @param whyAndWhatToDo the rest of the message, beginning with a small letter and ending with a full stop
     * @return the exception, to be thrown
     */
    public static MappingException wrong(Method method, String whyAndWhatToDo) {
        return new MappingException("Cannot map method " + describe(method) + ": " + whyAndWhatToDo);
    }

    /**
     * Opens a method.
     *
     * @param type the enhanced class by whose rights it is called, usually on its objects
     * @param method of that class, inherited or not, or of a class that listens to it
     * @return calls it; overriding counts
     * @throws MappingException if it is static, throws checked exceptions, or cannot be reached
     */
    public static MethodHandle open(EnhancedType type, Method method) {
        if (Modifier.isStatic(method.getModifiers())) {
            throw wrong(method, "it is static, and is to be called on an object. Leave static out.");
        }
        for (Class<?> thrown : method.getExceptionTypes()) {
            if (!RuntimeException.class.isAssignableFrom(thrown) && !Error.class.isAssignableFrom(thrown)) {
                throw wrong(
                        method,
                        "it throws " + thrown.getName()
                                + ", and who adds, writes or loads an object cannot catch a checked exception."
                                + " Throw an unchecked one.");
            }
        }
        return reach(type, method);
    }

    private static boolean isVisible(Method method, Class<?> type) {
        Class<?> declaring = method.getDeclaringClass();
        boolean inherited = declaring.isAssignableFrom(type) && isInherited(method, type);
        return declaring == type || inherited;
    }

    /** By the rights of the enhanced class itself, so that no module has to open anything to this one. */
    private static MethodHandle reach(EnhancedType type, Method method) {
        try {
            MethodHandles.Lookup rights = isVisible(method, type.type())
                    ? type.lookup()
                    : MethodHandles.privateLookupIn(method.getDeclaringClass(), type.lookup());
            return rights.unreflect(method);
        } catch (IllegalAccessException closed) {
            throw new MappingException(
                    "Cannot map method " + describe(method) + ": " + type.type().getName()
                            + " cannot call it. Make it protected or public, or open its package to the module of that class.",
                    closed);
        }
    }
}
