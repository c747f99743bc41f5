package dev.grapnel.metamodel;

import dev.grapnel.metamodel.Metamodel.Constant;
import dev.grapnel.metamodel.Metamodel.Kind;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Finds out what a field of a class is as an attribute, with its type as that class sees it. */
final class FieldReader {
    /** What collection classes of the application extend. */
    static final String OWN_COLLECTION = "dev.grapnel.core.instrument.CustomCollection";

    private static final List<String> RELATIONSHIPS = java.util.stream.Stream.concat(
                    JpaNames.TO_ONE.stream(), JpaNames.TO_MANY.stream())
            .toList();

    private final Types types;
    private final VariableElement field;
    private final TypeMirror type;

    FieldReader(ProcessingEnvironment environment, DeclaredType owner, VariableElement field) {
        this.types = environment.getTypeUtils();
        this.field = field;
        this.type = types.asMemberOf(owner, field);
    }

    VariableElement field() {
        return field;
    }

    String name() {
        return field.getSimpleName().toString();
    }

    TypeMirror type() {
        return type;
    }

    /** The annotation that makes it a relationship, or null. */
    @Nullable AnnotationMirror relationship() {
        return Annotations.findAny(field, RELATIONSHIPS);
    }

    boolean isToMany() {
        return Annotations.findAny(field, JpaNames.TO_MANY) != null;
    }

    boolean isCollection() {
        return isToMany() || Annotations.has(field, JpaNames.ELEMENT_COLLECTION);
    }

    /** The embeddable class whose fields are columns of the owner, or null. */
    @Nullable TypeElement embeddable() {
        TypeElement value = MappedClass.elementOf(type);
        boolean embedded = value != null
                && !isCollection()
                && (Annotations.has(value, JpaNames.EMBEDDABLE)
                        || Annotations.findAny(field, JpaNames.EMBEDDED) != null);
        return embedded ? value : null;
    }

    /** The type of the value, of the other class, or of one element; null if nothing says which elements. */
    @Nullable TypeMirror value() {
        TypeMirror said = target();
        if (said != null) {
            return said;
        }
        return bounded(isCollection() ? lastArgument() : boxed());
    }

    /** The class that the annotation names, or null. */
    private @Nullable TypeMirror target() {
        AnnotationMirror annotation = Annotations.findAny(field, RELATIONSHIPS);
        AnnotationValue said = annotation == null
                ? Annotations.member(field, JpaNames.ELEMENT_COLLECTION, "targetClass")
                : Annotations.value(annotation, "targetEntity");
        return said != null && said.getValue() instanceof TypeMirror named && named.getKind() == TypeKind.DECLARED
                ? named
                : null;
    }

    private TypeMirror boxed() {
        return type.getKind().isPrimitive()
                ? types.boxedClass(types.getPrimitiveType(type.getKind())).asType()
                : type;
    }

    /** Whether it holds a collection of a class of the application. */
    boolean isOwnCollection() {
        return ownCollection() != null;
    }

    /** The superclass of collection classes of the application as the field sees it, which tells the elements; or null. */
    private @Nullable TypeMirror ownCollection() {
        @Nullable TypeMirror at = type;
        while (at instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            if (element.getQualifiedName().contentEquals(OWN_COLLECTION)) {
                return at;
            }
            List<? extends TypeMirror> supertypes = types.directSupertypes(at);
            at = supertypes.isEmpty() ? null : supertypes.get(0);
        }
        return null;
    }

    private @Nullable TypeMirror lastArgument() {
        TypeMirror own = ownCollection();
        List<? extends TypeMirror> arguments = (own == null ? type : own) instanceof DeclaredType collection
                ? collection.getTypeArguments()
                : List.of();
        return arguments.isEmpty() ? null : arguments.get(arguments.size() - 1);
    }

    /** What is known of a type that is not said: the bound of a wildcard or variable. */
    private @Nullable TypeMirror bounded(@Nullable TypeMirror open) {
        if (open instanceof WildcardType wildcard) {
            return bounded(wildcard.getExtendsBound());
        }
        return open instanceof TypeVariable ? types.erasure(open) : open;
    }

    /** The constant, if the value has a type that can be named. */
    Constant constant(TypeNames names, TypeMirror value) {
        return new Constant(kind(), name(), names.of(value), names.ofErasure(value));
    }

    /** The type of the attribute as a whole, which a document holds in one field. */
    TypeMirror whole() {
        return java.util.Objects.requireNonNull(bounded(boxed()));
    }

    Constant constantOfDocument(TypeNames names) {
        return new Constant(Kind.FIELD, name(), names.of(whole()), names.ofErasure(whole()));
    }

    private Kind kind() {
        if (isCollection()) {
            return Kind.COLLECTION;
        }
        if (relationship() != null) {
            return Kind.REFERENCE;
        }
        return Annotations.findAny(field, JpaNames.CONVERTING) != null ? Kind.CONVERTED : Kind.COLUMN;
    }
}
