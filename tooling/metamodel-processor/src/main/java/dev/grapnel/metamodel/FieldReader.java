package dev.grapnel.metamodel;

import dev.grapnel.metamodel.Metamodel.Constant;
import dev.grapnel.metamodel.Metamodel.Kind;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Finds out which constant a field has. */
final class FieldReader {
    private final ProcessingEnvironment environment;
    private final TypeNames names;
    private final VariableElement field;
    private final TypeMirror type;

    FieldReader(ProcessingEnvironment environment, TypeNames names, DeclaredType entity, VariableElement field) {
        this.environment = environment;
        this.names = names;
        this.field = field;
        this.type = environment.getTypeUtils().asMemberOf(entity, field);
    }

    @Nullable Constant read() {
        if (JpaNames.find(field, JpaNames.WITHOUT_CONSTANT) != null) {
            environment
                    .getMessager()
                    .printMessage(
                            Diagnostic.Kind.WARNING,
                            "Field " + field
                                    + " gets no constant in the metamodel: embedded values and collections of values are not"
                                    + " supported yet. Map their columns as fields of the entity, or their elements by an entity class.",
                            field);
            return null;
        }
        AnnotationMirror toOne = JpaNames.find(field, JpaNames.TO_ONE);
        if (toOne != null) {
            return constant(Kind.REFERENCE, target(toOne, type));
        }
        AnnotationMirror toMany = JpaNames.find(field, JpaNames.TO_MANY);
        if (toMany != null) {
            return constant(Kind.COLLECTION, target(toMany, null));
        }
        return constant(Kind.COLUMN, boxed());
    }

    private TypeMirror boxed() {
        Types types = environment.getTypeUtils();
        return type.getKind().isPrimitive()
                ? types.boxedClass(types.getPrimitiveType(type.getKind())).asType()
                : type;
    }

    private Constant constant(Kind kind, TypeMirror value) {
        TypeMirror erasure = environment.getTypeUtils().erasure(value);
        names.requireVisible(erasure, field);
        // A class literal has no type arguments, so the constant cannot have them either.
        String name = names.of(erasure);
        return new Constant(kind, field.getSimpleName().toString(), name, name);
    }

    private TypeMirror target(AnnotationMirror relationship, @Nullable TypeMirror declared) {
        TypeMirror said = JpaNames.targetEntity(relationship);
        if (said != null && said.getKind() == TypeKind.DECLARED) {
            return said;
        }
        return declared == null ? element() : declared;
    }

    private TypeMirror element() {
        TypeMirror element = lastArgument();
        if (element instanceof WildcardType wildcard) {
            element = wildcard.getExtendsBound();
        }
        if (element == null) {
            throw new UnusableElementException(
                    field,
                    "Field " + field
                            + " refers to several objects, and the type of its elements is not known. Declare it like"
                            + " List<Order>, or name the class in targetEntity.");
        }
        return element;
    }

    private @Nullable TypeMirror lastArgument() {
        List<? extends TypeMirror> arguments =
                type instanceof DeclaredType collection ? collection.getTypeArguments() : List.of();
        return arguments.isEmpty() ? null : arguments.get(arguments.size() - 1);
    }
}
