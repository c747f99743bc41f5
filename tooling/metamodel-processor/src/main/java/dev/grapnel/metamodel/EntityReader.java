package dev.grapnel.metamodel;

import dev.grapnel.metamodel.Metamodel.Constant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Finds out what is to be written for one entity class. */
final class EntityReader {
    private final ProcessingEnvironment environment;
    private final TypeElement entity;
    private final TypeNames names;
    /** The class and its mapped superclasses, the topmost first. */
    private final Deque<TypeElement> sources = new ArrayDeque<>();

    private final @Nullable TypeElement parent;

    EntityReader(ProcessingEnvironment environment, TypeElement entity) {
        this.environment = environment;
        this.entity = entity;
        this.names = new TypeNames(environment, entity);
        this.parent = collectSources();
    }

    /** The class that an annotation stands on. */
    static TypeElement requireClass(Element annotated) {
        if (annotated.getKind() != ElementKind.CLASS) {
            throw new UnusableElementException(
                    annotated,
                    "@Entity stands on " + annotated
                            + ", which is no class. Only the objects of classes have fields that can change: declare a class.");
        }
        return (TypeElement) annotated;
    }

    private @Nullable TypeElement collectSources() {
        TypeElement at = entity;
        do {
            if (at == entity || JpaNames.has(at, JpaNames.MAPPED_SUPERCLASS)) {
                sources.addFirst(at);
            }
            at = superclass(at);
        } while (at != null && !JpaNames.has(at, JpaNames.ENTITY));
        return at;
    }

    private static @Nullable TypeElement superclass(TypeElement of) {
        return of.getSuperclass() instanceof DeclaredType declared && declared.getKind() == TypeKind.DECLARED
                ? (TypeElement) declared.asElement()
                : null;
    }

    /** Whether a type is missing that another processor may still write. */
    boolean isWaiting() {
        return entity.getSuperclass().getKind() == TypeKind.ERROR
                || fields().stream().anyMatch(field -> names.isMissing(field.asType()));
    }

    Metamodel read() {
        names.requireVisible(entity, entity);
        List<Constant> constants = new ArrayList<>();
        for (VariableElement field : fields()) {
            Constant constant = new FieldReader(environment, names, (DeclaredType) entity.asType(), field).read();
            if (constant != null) {
                constants.add(constant);
            }
        }
        return new Metamodel(
                names.packageName(),
                metamodelName(entity),
                isPublic(entity),
                names.of(environment.getTypeUtils().erasure(entity.asType())),
                parent == null ? null : names.inItsPackage(parent, metamodelName(parent)),
                List.copyOf(constants),
                environment.getElementUtils().getTypeElement("javax.annotation.processing.Generated") != null);
    }

    private List<VariableElement> fields() {
        List<VariableElement> persistent = new ArrayList<>();
        for (TypeElement source : sources) {
            for (VariableElement field : ElementFilter.fieldsIn(source.getEnclosedElements())) {
                Set<Modifier> modifiers = field.getModifiers();
                if (!modifiers.contains(Modifier.STATIC)
                        && !modifiers.contains(Modifier.TRANSIENT)
                        && !JpaNames.has(field, JpaNames.TRANSIENT)) {
                    persistent.add(field);
                }
            }
        }
        return persistent;
    }

    private static String metamodelName(TypeElement entity) {
        StringBuilder name = new StringBuilder(entity.getSimpleName()).append('_');
        for (Element at = entity.getEnclosingElement(); at instanceof TypeElement; at = at.getEnclosingElement()) {
            name.insert(0, at.getSimpleName() + "_");
        }
        return name.toString();
    }

    private static boolean isPublic(TypeElement entity) {
        for (Element at = entity; at instanceof TypeElement; at = at.getEnclosingElement()) {
            if (!at.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }
}
