package dev.grapnel.extension;

import java.lang.reflect.Method;
import java.util.stream.Stream;

/** Which methods of an interface the class of an extension overrides; asked once, when the extension is added (rules L-6, L-19). */
final class Overriding {
    private Overriding() {}

    /**
     * Whether a class has a method of its own in place of the default.
     *
     * @param type the interface, without two methods of the same name
     * @param name of the method
     * @param extension the object
     */
    static boolean isOverridden(Class<?> type, String name, Object extension) {
        Method method = Stream.of(type.getMethods())
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst()
                .orElseThrow();
        try {
            return extension
                            .getClass()
                            .getMethod(name, method.getParameterTypes())
                            .getDeclaringClass()
                    != type;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(extension.getClass() + " has no " + method + ".", impossible);
        }
    }
}
