package dev.grapnel.sql.mapping.annotation;

import dev.grapnel.core.error.MappingException;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The persistent fields of one class, and where their annotations stand: at the field itself, or at the getter of the property that is kept in it
 * (property access). Values are read and written in the field either way.
 */
final class PersistentFields {
    private final Class<?> source;
    private final AccessType access;
    private final Map<String, Method> getters = new LinkedHashMap<>();

    /**
     * A persistent field.
     *
     * @param field where the value is
     * @param annotated where its annotations are: the field or the getter
     * @param access of the class that declares it
     */
    record Member(Field field, AnnotatedElement annotated, AccessType access) {}

    private PersistentFields(Class<?> source, AccessType access) {
        this.source = source;
        this.access = access;
        if (!source.isRecord()) {
            for (Method method : source.getDeclaredMethods()) {
                String property = property(method);
                if (property != null) {
                    getters.put(property, method);
                }
            }
        }
    }

    /**
     * Reads a class.
     *
     * @param source the class
     * @param usual the access type that holds if the class does not say
     * @return its persistent fields in order of declaration
     * @throws MappingException if an annotation stands where it is not read, or a property has no field
     */
    static List<Member> of(Class<?> source, AccessType usual) {
        Access said = source.getDeclaredAnnotation(Access.class);
        PersistentFields fields = new PersistentFields(source, said == null ? usual : said.value());
        fields.checkMethods();
        List<Member> found = fields.read();
        fields.checkProperties(found);
        return found;
    }

    /** The access type of an entity class and those above and below it: where the annotations of the key stand. */
    static AccessType ofHierarchy(Class<?> entity) {
        for (Class<?> at = entity; at != null; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (isKey(field)) {
                    return AccessType.FIELD;
                }
            }
            for (Method method : at.getDeclaredMethods()) {
                if (isKey(method)) {
                    return AccessType.PROPERTY;
                }
            }
        }
        return AccessType.FIELD;
    }

    private static boolean isKey(AnnotatedElement element) {
        return element.isAnnotationPresent(Id.class) || element.isAnnotationPresent(EmbeddedId.class);
    }

    // ---- reading ----

    private List<Member> read() {
        List<Member> found = new ArrayList<>();
        for (Field field : source.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) || field.isSynthetic()) {
                continue;
            }
            AnnotatedElement annotated = annotated(field);
            if (annotated != null && isPersistent(field, annotated)) {
                checkField(field, annotated);
                found.add(new Member(field, annotated, access));
            }
        }
        return found;
    }

    /** Where the annotations of a field are, or null if it is not persistent by the access type. */
    private @Nullable AnnotatedElement annotated(Field field) {
        Method getter = getters.get(field.getName());
        if (says(field, AccessType.FIELD)) {
            return field;
        }
        if (getter != null && (access == AccessType.PROPERTY || says(getter, AccessType.PROPERTY))) {
            return getter;
        }
        if (access == AccessType.FIELD) {
            return field;
        }
        AnnotationRules.requireNone(
                field,
                "Annotations of " + source.getName()
                        + " are read from getters, since that of its key stands at one, and this field has none. Add @Access(AccessType.FIELD) to"
                        + " the field, or a getter with the annotations.");
        return null;
    }

    private boolean isPersistent(Field field, AnnotatedElement annotated) {
        boolean out = Modifier.isTransient(field.getModifiers()) || field.isAnnotationPresent(Transient.class);
        if (annotated == field) {
            return !out;
        }
        if (annotated.isAnnotationPresent(Transient.class)) {
            return false;
        }
        if (out) {
            throw new MappingException("Cannot map field " + source.getName() + '.' + field.getName()
                    + ": its property is persistent, and the field is transient. Annotate the getter with @Transient, too, or"
                    + " let the field be persistent.");
        }
        return true;
    }

    private static boolean says(AnnotatedElement element, AccessType type) {
        Access said = element.getAnnotation(Access.class);
        return said != null && said.value() == type;
    }

    // ---- what stands elsewhere ----

    private void checkField(Field field, AnnotatedElement annotated) {
        if (annotated != field) {
            AnnotationRules.requireNone(
                    field,
                    "The annotations of this property are read from its getter. Move the annotation there, or add"
                            + " @Access(AccessType.FIELD) to the field.");
        }
    }

    private void checkMethods() {
        for (Method method : source.isRecord() ? new Method[0] : source.getDeclaredMethods()) {
            boolean read = getters.containsValue(method)
                    && (access == AccessType.PROPERTY || says(method, AccessType.PROPERTY));
            if (!read) {
                AnnotationRules.checkMethod(method);
            }
        }
    }

    /** A property that is annotated, or can be set, is persistent, and needs a field. */
    private void checkProperties(List<Member> found) {
        for (Map.Entry<String, Method> getter : getters.entrySet()) {
            Method method = getter.getValue();
            boolean wanted = says(method, AccessType.PROPERTY)
                    || (access == AccessType.PROPERTY && (isAnnotated(method) || isSettable(getter.getKey(), method)));
            boolean there =
                    found.stream().anyMatch(member -> member.field().getName().equals(getter.getKey()));
            if (wanted && !there && !method.isAnnotationPresent(Transient.class)) {
                throw new MappingException("Cannot map property " + source.getName() + '.' + getter.getKey()
                        + ": there is no field of that name, and values are kept in fields. Name the field like the property,"
                        + " or annotate " + method.getName() + "() with @Transient.");
            }
        }
    }

    private static boolean isAnnotated(Method method) {
        for (Annotation annotation : method.getDeclaredAnnotations()) {
            if (AnnotationRules.isMapping(annotation.annotationType())) {
                return true;
            }
        }
        return false;
    }

    private boolean isSettable(String property, Method getter) {
        String setter = "set" + Character.toUpperCase(property.charAt(0)) + property.substring(1);
        for (Method method : source.getDeclaredMethods()) {
            if (method.getName().equals(setter)
                    && method.getParameterCount() == 1
                    && method.getParameterTypes()[0] == getter.getReturnType()) {
                return true;
            }
        }
        return false;
    }

    /** The property that a method gets, or null. */
    private static @Nullable String property(Method method) {
        boolean getter = method.getParameterCount() == 0
                && method.getReturnType() != void.class
                && !method.isSynthetic()
                && !Modifier.isStatic(method.getModifiers());
        if (!getter) {
            return null;
        }
        String name = method.getName();
        boolean is = name.startsWith("is")
                && (method.getReturnType() == boolean.class || method.getReturnType() == Boolean.class);
        int prefix = name.startsWith("get") ? 3 : is ? 2 : 0;
        if (prefix == 0 || name.length() == prefix) {
            return null;
        }
        String rest = name.substring(prefix);
        boolean acronym =
                rest.length() > 1 && Character.isUpperCase(rest.charAt(0)) && Character.isUpperCase(rest.charAt(1));
        return acronym ? rest : Character.toLowerCase(rest.charAt(0)) + rest.substring(1);
    }
}
