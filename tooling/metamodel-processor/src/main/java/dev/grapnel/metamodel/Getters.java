package dev.grapnel.metamodel;

import java.util.Locale;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Knows whether the annotations of a class stand at its getters, and which getter a field has. */
final class Getters {
    private Getters() {}

    /** The getter at which the annotations of a field stand, or null if they stand at the field. */
    static @Nullable ExecutableElement of(Element field) {
        if (field.getKind() != ElementKind.FIELD
                || !(field.getEnclosingElement() instanceof TypeElement owner)
                || says(field, "FIELD")) {
            return null;
        }
        ExecutableElement getter = getter(owner, field.getSimpleName().toString());
        return getter != null && (areAnnotated(owner) || says(getter, "PROPERTY")) ? getter : null;
    }

    private static @Nullable ExecutableElement getter(TypeElement owner, String property) {
        for (ExecutableElement method : ElementFilter.methodsIn(owner.getEnclosedElements())) {
            if (method.getParameters().isEmpty() && property.equals(propertyOf(method))) {
                return method;
            }
        }
        return null;
    }

    /** The property that a getter belongs to: {@code name} of {@code getName}, {@code active} of {@code isActive}; else the name of the method. */
    static String propertyOf(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        int prefix = name.startsWith("get") ? 3 : name.startsWith("is") ? 2 : 0;
        if (prefix == 0 || prefix == name.length()) {
            return name;
        }
        String rest = name.substring(prefix);
        boolean acronym =
                rest.length() > 1 && Character.isUpperCase(rest.charAt(0)) && Character.isUpperCase(rest.charAt(1));
        return acronym ? rest : rest.substring(0, 1).toLowerCase(Locale.ROOT) + rest.substring(1);
    }

    /** Whether the annotations of a class are read from its getters: it says so, or that of its key, or any other, stands at one. */
    static boolean areAnnotated(TypeElement type) {
        AnnotationMirror access = Annotations.at(type, JpaNames.ACCESS);
        if (access != null) {
            return says(type, "PROPERTY");
        }
        for (TypeElement at = type; at != null; at = MappedClass.elementOf(at.getSuperclass())) {
            if (ElementFilter.fieldsIn(at.getEnclosedElements()).stream().anyMatch(Getters::isKey)) {
                return false;
            }
            if (ElementFilter.methodsIn(at.getEnclosedElements()).stream().anyMatch(Getters::isKey)) {
                return true;
            }
        }
        boolean entity = Annotations.at(type, JpaNames.ENTITY) != null;
        return !entity
                && ElementFilter.methodsIn(type.getEnclosedElements()).stream().anyMatch(Getters::isMapped);
    }

    private static boolean isKey(Element element) {
        return JpaNames.IDS.stream().anyMatch(id -> Annotations.at(element, id) != null);
    }

    /** Whether a method has an annotation that maps something. */
    static boolean isMapped(ExecutableElement method) {
        return method.getAnnotationMirrors().stream()
                .map(Annotations::nameOf)
                .anyMatch(name -> name.startsWith(JpaNames.PACKAGE) && !JpaNames.AT_METHODS.contains(name));
    }

    /** Whether an element has {@code @Access} with a value. */
    static boolean says(Element element, String access) {
        AnnotationMirror mirror = Annotations.at(element, JpaNames.ACCESS);
        AnnotationValue value = mirror == null ? null : Annotations.value(mirror, "value");
        return value != null && value.toString().endsWith(access);
    }
}
