package dev.grapnel.sql.mapping.annotation;

import dev.grapnel.core.error.MappingException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;

/** An embeddable class has no callback methods: its values have no life of their own. */
final class EmbeddableMethods {
    private EmbeddableMethods() {}

    /**
     * Checks the methods of an embeddable class.
     *
     * @param type the class
     * @throws MappingException if one is to be a callback method
     */
    static void check(Class<?> type) {
        for (Method method : type.getDeclaredMethods()) {
            for (Annotation annotation : method.getDeclaredAnnotations()) {
                if (AnnotationRules.isCallback(annotation.annotationType())) {
                    throw new MappingException("Cannot map method " + type.getName() + '.' + method.getName() + "(): @"
                            + annotation.annotationType().getSimpleName()
                            + " is for entity classes and their listeners, and this class is embeddable."
                            + " Move it to the class that embeds it, and call this method from there.");
                }
            }
        }
    }
}
