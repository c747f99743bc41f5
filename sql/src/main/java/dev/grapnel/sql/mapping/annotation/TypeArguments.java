package dev.grapnel.sql.mapping.annotation;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;

/** Finds what a type that a superclass declares is in a subclass: {@code K} of {@code Keyed<K>} is {@code Long} in {@code Order}. */
final class TypeArguments {
    private TypeArguments() {}

    /** The class that a declared type is, seen from a class. */
    static Class<?> classOf(Type declared, Class<?> seenFrom) {
        Type known = resolve(declared, seenFrom);
        if (known instanceof Class<?> plain) {
            return plain;
        }
        if (known instanceof ParameterizedType generic) {
            return (Class<?>) generic.getRawType();
        }
        if (known instanceof WildcardType wildcard) {
            return classOf(wildcard.getUpperBounds()[0], seenFrom);
        }
        if (known instanceof GenericArrayType array) {
            return classOf(array.getGenericComponentType(), seenFrom).arrayType();
        }
        return classOf(((TypeVariable<?>) known).getBounds()[0], seenFrom);
    }

    private static Type resolve(Type declared, Class<?> seenFrom) {
        if (!(declared instanceof TypeVariable<?> variable)
                || !(variable.getGenericDeclaration() instanceof Class<?> declaring)) {
            return declared;
        }
        for (Class<?> at = seenFrom; at != null && at != declaring; at = at.getSuperclass()) {
            if (at.getSuperclass() == declaring && at.getGenericSuperclass() instanceof ParameterizedType given) {
                return resolve(given.getActualTypeArguments()[position(variable, declaring)], seenFrom);
            }
        }
        return declared;
    }

    private static int position(TypeVariable<?> variable, Class<?> declaring) {
        TypeVariable<?>[] all = declaring.getTypeParameters();
        int at = 0;
        while (!all[at].equals(variable)) {
            at++;
        }
        return at;
    }
}
