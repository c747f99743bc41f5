package dev.grapnel.mongo.field;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.HashMap;
import java.util.Map;

/** What the type variables of the superclasses of a class stand for in it. */
final class TypeVariables {
    private final Map<TypeVariable<?>, Type> known = new HashMap<>();

    private TypeVariables() {}

    static TypeVariables of(Class<?> type) {
        TypeVariables variables = new TypeVariables();
        for (Class<?> at = type; at.getSuperclass() != null; at = at.getSuperclass()) {
            if (at.getGenericSuperclass() instanceof ParameterizedType above) {
                TypeVariable<?>[] names = at.getSuperclass().getTypeParameters();
                for (int place = 0; place < names.length; place++) {
                    variables.known.put(names[place], variables.resolved(above.getActualTypeArguments()[place]));
                }
            }
        }
        return variables;
    }

    /** A type without variables at its top: one that nothing is known of is what it has to be at least. */
    Type resolved(Type declared) {
        if (declared instanceof TypeVariable<?> variable) {
            Type found = known.get(variable);
            return found == null ? resolved(variable.getBounds()[0]) : found;
        } else if (declared instanceof WildcardType wildcard) {
            return resolved(wildcard.getUpperBounds()[0]);
        } else if (declared instanceof ParameterizedType generic) {
            return new Filled(generic, this);
        }
        return declared;
    }

    /** A generic type whose arguments have no variables at their top. */
    private record Filled(ParameterizedType declared, TypeVariables variables) implements ParameterizedType {
        @Override
        public Type[] getActualTypeArguments() {
            Type[] arguments = declared.getActualTypeArguments();
            for (int at = 0; at < arguments.length; at++) {
                arguments[at] = variables.resolved(arguments[at]);
            }
            return arguments;
        }

        @Override
        public Type getRawType() {
            return declared.getRawType();
        }

        @Override
        @SuppressWarnings("NullAway") // as of the declared type: null for one at the top
        public Type getOwnerType() {
            return declared.getOwnerType();
        }
    }
}
