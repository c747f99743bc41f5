package dev.grapnel.mongo.field;

import dev.grapnel.core.state.EnhancedType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class together with the mapped superclasses whose fields its objects have: those between it and the next entity above. What stands at a mapped
 * superclass counts as if it stood at the class, unless the class says otherwise.
 */
public final class AnnotatedClass {
    private final Class<?> type;
    /** The class and its mapped superclasses, the topmost first. */
    private final Deque<Class<?>> sources = new ArrayDeque<>();

    private final @Nullable Class<?> entityAbove;

    private final MethodHandles.Lookup access;

    private AnnotatedClass(Class<?> type, MethodHandles.Lookup access) {
        this.type = type;
        this.access = access;
        sources.add(type);
        Class<?> above = type.getSuperclass();
        while (above != null && !above.isAnnotationPresent(Entity.class)) {
            if (above.isAnnotationPresent(MappedSuperclass.class) || above.isAnnotationPresent(Embeddable.class)) {
                sources.addFirst(above);
            }
            above = above.getSuperclass();
        }
        this.entityAbove = above;
    }

    /**
     * Looks at a class.
     *
     * @param type an entity
     * @return what its fields and annotations say
     */
    public static AnnotatedClass of(Class<?> type) {
        EnhancedType enhanced = EnhancedType.find(type);
        return of(type, enhanced == null ? MethodHandles.lookup() : enhanced.lookup());
    }

    static AnnotatedClass of(Class<?> type, MethodHandles.Lookup access) {
        return new AnnotatedClass(type, access);
    }

    /** The nearest entity above it, whose fields and collection it shares; null if there is none. */
    public @Nullable Class<?> entityAbove() {
        return entityAbove;
    }

    /** The fields that are stored, those of mapped superclasses first, in order of declaration. */
    public List<AnnotatedField> fields() {
        TypeVariables variables = TypeVariables.of(type);
        List<AnnotatedField> fields = new ArrayList<>();
        for (Class<?> source : sources) {
            for (Field field : source.getDeclaredFields()) {
                if (isStored(field)) {
                    fields.add(new AnnotatedField(type, field, variables.resolved(field.getGenericType()), access));
                }
            }
        }
        return fields;
    }

    private static boolean isStored(Field field) {
        int modifiers = field.getModifiers();
        return !Modifier.isStatic(modifiers)
                && !Modifier.isTransient(modifiers)
                && !field.isSynthetic()
                && !field.isAnnotationPresent(Transient.class);
    }

    /**
     * An annotation of the class, or of its nearest mapped superclass that has it.
     *
     * @param annotation which
     * @param <A> its type
     * @return it, or null
     */
    public <A extends Annotation> @Nullable A annotation(Class<A> annotation) {
        for (Class<?> source : (Iterable<Class<?>>) sources::descendingIterator) {
            A found = source.getDeclaredAnnotation(annotation);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /**
     * All annotations of a repeatable type, of the class and its mapped superclasses.
     *
     * @param annotation which
     * @param <A> its type
     * @return those of the topmost class first
     */
    public <A extends Annotation> List<A> annotations(Class<A> annotation) {
        return sources.stream()
                .map(source -> source.getDeclaredAnnotationsByType(annotation))
                .map(Arrays::asList)
                .flatMap(Collection::stream)
                .toList();
    }
}
