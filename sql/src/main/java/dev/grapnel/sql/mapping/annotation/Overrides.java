package dev.grapnel.sql.mapping.annotation;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code @AttributeOverride}, {@code @AssociationOverride} and {@code @Convert} with a name say about attributes declared elsewhere, by the
 * path to them.
 */
final class Overrides {
    /** Nothing is said. */
    static final Overrides NONE = new Overrides(Map.of());

    private final Map<Said, Annotation> all;

    /**
     * What is said about one attribute.
     *
     * @param what the annotation that holds for the attribute instead of its own
     * @param path to the attribute
     * @param by the annotation that says so, for messages
     */
    record Said(Class<? extends Annotation> what, String path, String by) {}

    private Overrides(Map<Said, Annotation> all) {
        this.all = all;
    }

    /** Reads what a class or a field says. */
    static Overrides of(AnnotatedElement element) {
        Map<Said, Annotation> found = new LinkedHashMap<>();
        for (AttributeOverride override : element.getAnnotationsByType(AttributeOverride.class)) {
            found.put(new Said(Column.class, override.name(), "@AttributeOverride"), override.column());
        }
        for (AssociationOverride override : element.getAnnotationsByType(AssociationOverride.class)) {
            found.put(new Said(AssociationOverride.class, override.name(), "@AssociationOverride"), override);
        }
        for (Convert convert : element.getAnnotationsByType(Convert.class)) {
            if (!convert.attributeName().isEmpty()) {
                found.put(new Said(Convert.class, convert.attributeName(), "@Convert"), convert);
            }
        }
        return found.isEmpty() ? NONE : new Overrides(found);
    }

    /** What is said, with the attributes it is said about. */
    Set<Said> all() {
        return all.keySet();
    }

    /** What is said about the attribute itself, or null. */
    <A extends Annotation> @Nullable A own(Class<A> what) {
        for (Map.Entry<Said, Annotation> said : all.entrySet()) {
            if (said.getKey().what() == what && said.getKey().path().isEmpty()) {
                return what.cast(said.getValue());
            }
        }
        return null;
    }

    /** What is said about an attribute and what is below it. */
    Overrides below(String attribute) {
        Map<Said, Annotation> found = new LinkedHashMap<>();
        all.forEach((said, annotation) -> {
            String path = said.path();
            if (path.equals(attribute)) {
                found.put(new Said(said.what(), "", said.by()), annotation);
            } else if (path.startsWith(attribute + '.')) {
                found.put(new Said(said.what(), path.substring(attribute.length() + 1), said.by()), annotation);
            }
        });
        return found.isEmpty() ? NONE : new Overrides(found);
    }

    /** These and others; where both say something, these win. */
    Overrides over(Overrides others) {
        if (all.isEmpty()) {
            return others;
        }
        Map<Said, Annotation> both = new LinkedHashMap<>(others.all);
        both.putAll(all);
        return new Overrides(both);
    }
}
