package dev.grapnel.metamodel;

import java.util.Collection;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Reads annotations whose classes the processor does not have. */
final class Annotations {
    private Annotations() {}

    static boolean has(Element element, String annotation) {
        return find(element, annotation) != null;
    }

    static @Nullable AnnotationMirror find(Element element, String annotation) {
        return findAny(element, Set.of(annotation));
    }

    /** An annotation of an element; of a field also one at its getter, if annotations are read from there. */
    static @Nullable AnnotationMirror findAny(Element element, Collection<String> annotations) {
        Element getter = Getters.of(element);
        AnnotationMirror found = getter == null ? null : at(getter, annotations);
        return found == null ? at(element, annotations) : found;
    }

    /** An annotation that stands at the element itself. */
    static @Nullable AnnotationMirror at(Element element, String annotation) {
        return at(element, Set.of(annotation));
    }

    private static @Nullable AnnotationMirror at(Element element, Collection<String> annotations) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (annotations.contains(nameOf(mirror))) {
                return mirror;
            }
        }
        return null;
    }

    static String nameOf(AnnotationMirror mirror) {
        return ((TypeElement) mirror.getAnnotationType().asElement())
                .getQualifiedName()
                .toString();
    }

    /** How a message calls an annotation. */
    static String shortNameOf(AnnotationMirror mirror) {
        return "@" + mirror.getAnnotationType().asElement().getSimpleName();
    }

    /** What an annotation says in one of its members, or null if it does not mention it. */
    static @Nullable AnnotationValue value(AnnotationMirror mirror, String member) {
        return mirror.getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(member))
                .<AnnotationValue>map(entry -> entry.getValue())
                .findFirst()
                .orElse(null);
    }

    /** What an annotation of a class or field says in one of its members, or null. */
    static @Nullable AnnotationValue member(Element element, String annotation, String member) {
        AnnotationMirror mirror = find(element, annotation);
        return mirror == null ? null : value(mirror, member);
    }
}
