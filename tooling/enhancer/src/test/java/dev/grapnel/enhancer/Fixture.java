package dev.grapnel.enhancer;

import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.EnhancedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Classes of a test, compiled, enhanced and loaded with verification. */
final class Fixture extends ClassLoader {

    private final Map<String, byte[]> classFiles;

    private Fixture(Map<String, byte[]> classFiles) {
        super(Fixture.class.getClassLoader());
        this.classFiles = classFiles;
    }

    /** Enhances everything in the package {@code shop}. */
    static Fixture enhanced(String... sources) {
        return enhanced(Compilation.compile(sources));
    }

    static Fixture enhanced(Map<String, byte[]> classFiles) {
        return enhanced(EnhancementScope.ofPackages("shop"), classFiles);
    }

    static Fixture enhanced(EnhancementScope scope, Map<String, byte[]> classFiles) {
        return new Fixture(enhance(scope, classFiles));
    }

    static Fixture plain(Map<String, byte[]> classFiles) {
        return new Fixture(classFiles);
    }

    /** Returns all class files, changed or not, as one run of the enhancer leaves them. */
    static Map<String, byte[]> enhance(EnhancementScope scope, Map<String, byte[]> classFiles) {
        ClassFiles system = new LoaderClassFiles(Fixture.class.getClassLoader());
        ClassFiles files = name -> Optional.ofNullable(classFiles.get(name)).or(() -> system.find(name));
        Hierarchy hierarchy = new Hierarchy(scope, files, new ConcurrentHashMap<>(), name -> true);
        Map<String, byte[]> result = new LinkedHashMap<>();
        classFiles.forEach((name, bytes) ->
                result.put(name, new ClassTransformation(hierarchy).apply(bytes).orElse(bytes)));
        return result;
    }

    /** Makes class files comparable, and short enough to be printed when they differ. */
    static Map<String, String> fingerprints(Map<String, byte[]> classFiles) {
        Map<String, String> fingerprints = new TreeMap<>();
        classFiles.forEach((name, bytes) -> fingerprints.put(name, bytes.length + "/" + Arrays.hashCode(bytes)));
        return fingerprints;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classFiles.get(name.replace('.', '/'));
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    byte[] bytes(String simpleName) {
        return classFiles.get("shop/" + simpleName);
    }

    Map<String, byte[]> classFiles() {
        return classFiles;
    }

    Class<?> type(String simpleName) {
        try {
            return Class.forName("shop." + simpleName, true, this);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Constructs an object with the only constructor that takes so many arguments. */
    Object create(String simpleName, Object... arguments) {
        Constructor<?> constructor = Arrays.stream(type(simpleName).getDeclaredConstructors())
                .filter(each -> !each.isSynthetic() && each.getParameterCount() == arguments.length)
                .findFirst()
                .orElseThrow();
        constructor.setAccessible(true);
        return unwrapped(() -> constructor.newInstance(arguments));
    }

    Enhanced createEnhanced(String simpleName, Object... arguments) {
        return (Enhanced) create(simpleName, arguments);
    }

    /** Calls a method of an object, or a static one of a class. */
    static Object call(Object target, String name, Object... arguments) {
        Class<?> declaring = target instanceof Class<?> type ? type : target.getClass();
        Method method = method(declaring, name, arguments.length);
        method.setAccessible(true);
        return unwrapped(() -> method.invoke(target, arguments));
    }

    private static Method method(Class<?> declaring, String name, int parameters) {
        for (Class<?> type = declaring; type != null; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().equals(name) && method.getParameterCount() == parameters) {
                    return method;
                }
            }
        }
        throw new IllegalArgumentException(declaring + " has no method " + name);
    }

    /** Reads the type constant of a class. */
    EnhancedType enhancedType(String simpleName) {
        return (EnhancedType) constant(simpleName, "$grapnel$type");
    }

    /** Reads a static field. */
    Object constant(String simpleName, String field) {
        try {
            Field constant = type(simpleName).getDeclaredField(field);
            constant.setAccessible(true);
            return constant.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Object unwrapped(ReflectiveCall call) {
        try {
            return call.run();
        } catch (InvocationTargetException e) {
            throw Fixture.<RuntimeException>sneaky(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @SuppressWarnings("unchecked") // only the compiler cares which kind of throwable it is
    private static <T extends Throwable> T sneaky(Throwable failure) throws T {
        throw (T) failure;
    }

    private interface ReflectiveCall {
        Object run() throws ReflectiveOperationException;
    }
}
