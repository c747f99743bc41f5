package dev.grapnel.sql.mapping.annotation;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import java.lang.reflect.AnnotatedElement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns that {@code @AttributeOverride} gives to attributes declared elsewhere, by the path to them. */
final class ColumnOverrides {
    /** Nothing is said. */
    static final ColumnOverrides NONE = new ColumnOverrides(Map.of());

    private final Map<String, Column> byPath;

    private ColumnOverrides(Map<String, Column> byPath) {
        this.byPath = byPath;
    }

    /** Reads what a class or a field says. */
    static ColumnOverrides of(AnnotatedElement element) {
        Map<String, Column> found = new LinkedHashMap<>();
        for (AttributeOverride override : element.getAnnotationsByType(AttributeOverride.class)) {
            found.put(override.name(), override.column());
        }
        return found.isEmpty() ? NONE : new ColumnOverrides(found);
    }

    /** The paths that something is said about. */
    Set<String> paths() {
        return byPath.keySet();
    }

    /** What is said about the attribute itself, or null. */
    @Nullable Column own() {
        return byPath.get("");
    }

    /** What is said about an attribute and what is below it. */
    ColumnOverrides below(String attribute) {
        Map<String, Column> found = new LinkedHashMap<>();
        byPath.forEach((path, column) -> {
            if (path.equals(attribute)) {
                found.put("", column);
            } else if (path.startsWith(attribute + '.')) {
                found.put(path.substring(attribute.length() + 1), column);
            }
        });
        return found.isEmpty() ? NONE : new ColumnOverrides(found);
    }

    /** These and others; where both say something, these win. */
    ColumnOverrides over(ColumnOverrides others) {
        if (byPath.isEmpty()) {
            return others;
        }
        Map<String, Column> all = new LinkedHashMap<>(others.byPath);
        all.putAll(byPath);
        return new ColumnOverrides(all);
    }
}
