package dev.grapnel.metamodel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** An entity or embeddable class together with the classes above it whose fields it maps. */
final class MappedClass {
    private final TypeElement type;
    /** The class, and those above that only lend their fields, the topmost first. */
    private final Deque<TypeElement> sources = new ArrayDeque<>();

    private final @Nullable MappedClass parent;

    private MappedClass(TypeElement type) {
        this.type = type;
        TypeElement above = collectSources();
        this.parent = above == null ? null : new MappedClass(above);
    }

    static MappedClass of(TypeElement type) {
        return new MappedClass(type);
    }

    private @Nullable TypeElement collectSources() {
        TypeElement at = type;
        do {
            if (isSource(at)) {
                sources.addFirst(at);
            }
            at = superclass(at);
        } while (at != null && !Annotations.has(at, JpaNames.ENTITY));
        return at;
    }

    private boolean isSource(TypeElement at) {
        return at == type
                || Annotations.has(at, JpaNames.MAPPED_SUPERCLASS)
                || (isEmbeddable() && Annotations.has(at, JpaNames.EMBEDDABLE));
    }

    private static @Nullable TypeElement superclass(TypeElement of) {
        return elementOf(of.getSuperclass());
    }

    TypeElement type() {
        return type;
    }

    DeclaredType asType() {
        return (DeclaredType) type.asType();
    }

    boolean isEntity() {
        return Annotations.has(type, JpaNames.ENTITY);
    }

    /** Whether its annotations, or those of an entity above, say that its objects are documents. */
    boolean isDocument() {
        return isEntity()
                && (Annotations.findAny(type, DocumentNames.AT_CLASSES) != null
                        || saysHowItIsStoredInDocuments()
                        || (parent != null && parent.isDocument()));
    }

    /** Whether an annotation of one of its fields is for documents. */
    boolean saysHowItIsStoredInDocuments() {
        return fields().stream().anyMatch(field -> Annotations.findAny(field, DocumentNames.AT_FIELDS) != null);
    }

    boolean isEmbeddable() {
        return Annotations.has(type, JpaNames.EMBEDDABLE);
    }

    /** The nearest entity above, or null. */
    @Nullable MappedClass parent() {
        return parent;
    }

    /** The classes whose fields are mapped with this class. */
    List<TypeElement> sources() {
        return List.copyOf(sources);
    }

    /** Whether a class above is missing that another processor may still write. */
    boolean isIncomplete() {
        return sources.stream().anyMatch(source -> source.getSuperclass().getKind() == TypeKind.ERROR)
                || (parent != null && parent.isIncomplete());
    }

    /** The fields that are mapped with this class, those of mapped superclasses first. */
    List<VariableElement> fields() {
        List<VariableElement> mapped = new ArrayList<>();
        for (TypeElement source : sources) {
            for (VariableElement field : ElementFilter.fieldsIn(source.getEnclosedElements())) {
                if (isMapped(field)) {
                    mapped.add(field);
                }
            }
        }
        return mapped;
    }

    private static boolean isMapped(VariableElement field) {
        Set<Modifier> modifiers = field.getModifiers();
        return field.getKind() == ElementKind.FIELD
                && isRead(field)
                && !modifiers.contains(Modifier.STATIC)
                && !modifiers.contains(Modifier.TRANSIENT)
                && !Annotations.has(field, JpaNames.TRANSIENT);
    }

    /** Where annotations are read from getters, a field without one is mapped only if it says so itself. */
    private static boolean isRead(VariableElement field) {
        if (!(field.getEnclosingElement() instanceof TypeElement owner) || owner.getKind() == ElementKind.RECORD) {
            return true;
        }
        return !Getters.areAnnotated(owner) || Getters.of(field) != null || Getters.says(field, "FIELD");
    }

    /** The fields that are mapped with the classes above. */
    List<VariableElement> inheritedFields() {
        return parent == null
                ? List.of()
                : Stream.concat(parent.inheritedFields().stream(), parent.fields().stream())
                        .toList();
    }

    /** All attributes by name, inherited ones included. */
    Map<String, VariableElement> attributes() {
        Map<String, VariableElement> byName = new LinkedHashMap<>();
        inheritedFields().forEach(field -> byName.put(field.getSimpleName().toString(), field));
        fields().forEach(field -> byName.put(field.getSimpleName().toString(), field));
        return byName;
    }

    /** The simple name of the class that is written for this one: those of the enclosing classes and its own, with an underscore behind each. */
    String metamodelName() {
        StringBuilder name = new StringBuilder();
        for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
            name.insert(0, at.getSimpleName() + "_");
        }
        return name.toString();
    }

    /** Whether every package may see it. */
    boolean isPublic() {
        for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
            if (!at.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }

    /** The class of a type that is a class, or null. */
    static @Nullable TypeElement elementOf(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.getKind() == TypeKind.DECLARED
                ? (TypeElement) declared.asElement()
                : null;
    }
}
