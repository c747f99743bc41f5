package dev.grapnel.metamodel;

import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The annotations that matter here, by name: the processor runs without them on its own path. */
final class JpaNames {
    static final String ENTITY = "jakarta.persistence.Entity";
    static final String MAPPED_SUPERCLASS = "jakarta.persistence.MappedSuperclass";
    static final String TRANSIENT = "jakarta.persistence.Transient";
    static final Set<String> TO_ONE = Set.of("jakarta.persistence.ManyToOne", "jakarta.persistence.OneToOne");
    static final Set<String> TO_MANY = Set.of("jakarta.persistence.OneToMany", "jakarta.persistence.ManyToMany");
    /** What the library has no constants for. */
    static final Set<String> WITHOUT_CONSTANT = Set.of(
            "jakarta.persistence.Embedded", "jakarta.persistence.EmbeddedId", "jakarta.persistence.ElementCollection");

    private JpaNames() {}

    static boolean has(Element element, String annotation) {
        return find(element, Set.of(annotation)) != null;
    }

    static @Nullable AnnotationMirror find(Element element, Set<String> annotations) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
            if (annotations.contains(type.getQualifiedName().toString())) {
                return mirror;
            }
        }
        return null;
    }

    /** The class that {@code targetEntity} names, or null if it is not said. */
    static @Nullable TypeMirror targetEntity(AnnotationMirror relationship) {
        return relationship.getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals("targetEntity"))
                .map(entry -> valueOf(entry.getValue()))
                .flatMap(List::stream)
                .findFirst()
                .orElse(null);
    }

    private static List<TypeMirror> valueOf(AnnotationValue value) {
        return value.getValue() instanceof TypeMirror type ? List.of(type) : List.of();
    }
}
