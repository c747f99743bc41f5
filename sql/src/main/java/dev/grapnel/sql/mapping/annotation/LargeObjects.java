package dev.grapnel.sql.mapping.annotation;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.sql.mapping.declaration.Conversion;
import dev.grapnel.sql.mapping.declaration.SerializedForm;
import dev.grapnel.sql.schema.ColumnTypes;
import jakarta.persistence.Lob;
import java.io.Serializable;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Large objects of classes that no column holds otherwise: they are kept in the form of Java serialisation. */
final class LargeObjects {
    private LargeObjects() {}

    /** How the value of such a field is kept, or null if it is another field. */
    static @Nullable Conversion of(EntityField field) {
        Class<?> type = field.type();
        if (!field.has(Lob.class) || type.isPrimitive() || ColumnTypes.isKnown(type)) {
            return null;
        }
        if (type.isInterface() || type == Object.class) {
            throw wrong(field, "says too little of its values");
        }
        if (!Serializable.class.isAssignableFrom(type)) {
            throw wrong(field, "does not implement java.io.Serializable");
        }
        if (Enhanced.class.isAssignableFrom(type)) {
            throw wrong(field, "is watched by itself, as an entity is");
        }
        if (type.isAnonymousClass()
                || (type.isMemberClass()
                        && !Modifier.isStatic(type.getModifiers())
                        && !type.isRecord()
                        && !type.isEnum())) {
            throw wrong(field, "is an inner class, whose objects hold others");
        }
        Set<Class<?>> parts = new LinkedHashSet<>();
        collect(field.genericType(), field.entity(), parts);
        return SerializedForm.of(type, parts);
    }

    private static MappingException wrong(EntityField field, String why) {
        return field.wrong(
                "@Lob is for text, bytes, and classes whose values are written in the form of Java serialisation, and "
                        + field.type().getName() + " " + why
                        + ". Keep the value as text or JSON with a converter (@Convert), or declare a class.");
    }

    private static void collect(Type type, Class<?> seenFrom, Set<Class<?>> parts) {
        parts.add(TypeArguments.classOf(type, seenFrom));
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                collect(argument, seenFrom, parts);
            }
        }
    }
}
