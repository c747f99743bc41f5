package dev.grapnel.metamodel;

import dev.grapnel.metamodel.Metamodel.Constant;
import dev.grapnel.metamodel.Metamodel.Form;
import dev.grapnel.metamodel.Metamodel.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Finds out what is to be written for one class. A field that can have no constant is told and left out. */
final class ClassReader {
    private final ProcessingEnvironment environment;
    private final Types types;
    private final Complaints complaints;
    private final MappedClass read;
    private final TypeNames names;
    private final Predicate<String> isWrittenNow;
    private final boolean isDocument;

    /**
     * Prepares reading.
     *
     * @param environment of the processor
     * @param complaints about the class
     * @param read the class
     * @param isWrittenNow whether the class of a name gets a metamodel in this compilation
     */
    ClassReader(
            ProcessingEnvironment environment,
            Complaints complaints,
            MappedClass read,
            Predicate<String> isWrittenNow) {
        this.environment = environment;
        this.types = environment.getTypeUtils();
        this.complaints = complaints;
        this.read = read;
        this.names = new TypeNames(environment, read.type());
        this.isWrittenNow = isWrittenNow;
        this.isDocument = read.isDocument() || isOnlyForDocuments();
    }

    /** Whether a class may be mapped onto a collection. */
    boolean knowsDocuments() {
        return names.isThere(Kind.FIELD.qualifiedName());
    }

    /** Whether classes can be mapped onto collections and not onto tables, so that an entity needs no annotation to be a document. */
    private boolean isOnlyForDocuments() {
        return knowsDocuments() && !names.isThere(Kind.COLUMN.qualifiedName());
    }

    /** Whether the objects of the class are documents, or parts of nothing else. */
    boolean isDocument() {
        return isDocument;
    }

    /** Whether a type is missing that another processor may still write. */
    boolean isWaiting() {
        return read.isIncomplete() || read.fields().stream().anyMatch(field -> TypeNames.isMissing(field.asType()));
    }

    /** What is to be written, or null if there can be no metamodel. */
    @Nullable Metamodel read() {
        String obstacle = names.obstacle(read.type());
        if (obstacle != null) {
            complaints.error(read.type(), obstacle);
            return null;
        }
        return new Metamodel(
                names.packageName(),
                read.metamodelName(),
                form(),
                read.isPublic(),
                names.ofErasure(read.asType()),
                superclass(),
                isDocument && read.isEmbeddable() ? List.of() : constants(isDocument),
                read.isEmbeddable() && knowsDocuments() ? constants(true) : null,
                marks());
    }

    private Form form() {
        if (!read.isEmbeddable()) {
            return Form.ENTITY;
        }
        return isDocument ? Form.EMBEDDABLE_IN_DOCUMENTS : Form.EMBEDDABLE;
    }

    private @Nullable String superclass() {
        MappedClass parent = read.parent();
        if (parent == null || !requireMetamodel(parent, read.type())) {
            return null;
        }
        return names.ofMetamodel(parent);
    }

    private List<String> marks() {
        List<String> marks = new ArrayList<>();
        if (names.isThere("javax.annotation.processing.Generated")) {
            marks.add("@javax.annotation.processing.Generated(\"dev.grapnel.metamodel\")");
        }
        if (names.isThere("org.jspecify.annotations.NullMarked")) {
            marks.add("@org.jspecify.annotations.NullMarked");
        }
        return marks;
    }

    private List<Constant> constants(boolean ofDocuments) {
        List<Constant> constants = new ArrayList<>();
        for (VariableElement field : read.inheritedFields()) {
            if (isSharper(field)) {
                add(constants, field, ofDocuments);
            }
        }
        read.fields().forEach(field -> add(constants, field, ofDocuments));
        return constants;
    }

    /** Whether this class knows more of the type of an inherited field than the entity that it has it from. */
    private boolean isSharper(VariableElement field) {
        MappedClass above = read.parent();
        if (above == null) {
            return false;
        }
        TypeMirror there = types.erasure(types.asMemberOf(above.asType(), field));
        return !types.isSameType(there, types.erasure(types.asMemberOf(read.asType(), field)));
    }

    private void add(List<Constant> constants, VariableElement declared, boolean ofDocuments) {
        FieldReader field = new FieldReader(environment, read.asType(), declared);
        Constant constant = ofDocuments ? constantOfDocument(field) : constantOfTable(field);
        if (constant != null) {
            constants.add(constant);
        }
    }

    private @Nullable Constant constantOfDocument(FieldReader field) {
        String obstacle = names.obstacle(field.whole());
        if (obstacle != null) {
            if (isDocument) {
                complaints.error(field.field(), obstacle); // else it is told of the constant for tables
            }
            return null;
        }
        TypeElement embeddable = field.embeddable();
        return embeddable == null || !hasDocumentForm(MappedClass.of(embeddable))
                ? field.constantOfDocument(names)
                : embeddedInDocument(field, MappedClass.of(embeddable));
    }

    /** Whether there is a class for attributes of documents that hold such an object; one that is a part of itself would have constants without end. */
    private boolean hasDocumentForm(MappedClass embeddable) {
        if (read.isEmbeddable() && holds(embeddable, new HashSet<>())) {
            return false;
        }
        return isWrittenNow.test(embeddable.type().getQualifiedName().toString())
                || names.isThere(names.qualifiedMetamodelName(embeddable) + '.' + Metamodel.IN_DOCUMENTS);
    }

    private Constant embeddedInDocument(FieldReader field, MappedClass embeddable) {
        String metamodel = names.ofMetamodel(embeddable) + '.' + Metamodel.IN_DOCUMENTS;
        return new Constant(Kind.EMBEDDED, field.name(), metamodel, metamodel);
    }

    private @Nullable Constant constantOfTable(FieldReader field) {
        TypeElement embeddable = field.embeddable();
        return embeddable == null ? constant(field) : embedded(field, MappedClass.of(embeddable));
    }

    private @Nullable Constant constant(FieldReader field) {
        TypeMirror value = field.value();
        if (value == null) {
            complaints.error(
                    field.field(),
                    "Field " + field.name()
                            + " refers to several objects, and the type of its elements is not known. Declare it like"
                            + " List<Order>, or name the class in targetEntity.");
            return null;
        }
        String obstacle = names.obstacle(value);
        if (obstacle != null) {
            complaints.error(field.field(), obstacle);
            return null;
        }
        return field.constant(names, value);
    }

    private @Nullable Constant embedded(FieldReader field, MappedClass embeddable) {
        String obstacle = names.obstacle(embeddable.type());
        if (obstacle != null) {
            complaints.error(field.field(), obstacle);
            return null;
        }
        if (read.isEmbeddable() && holds(embeddable, new HashSet<>())) {
            if (read.saysHowItIsStoredInDocuments()) {
                return null; // a document may be as deep as it likes, and nothing says that it is for tables too
            }
            complaints.error(
                    field.field(),
                    "Field " + field.name() + " makes " + read.type().getQualifiedName()
                            + " a part of itself, which would take columns without end. Leave it out with @Transient, or"
                            + " refer to an entity.");
            return null;
        }
        if (!requireMetamodel(embeddable, field.field())) {
            return null;
        }
        String metamodel = names.ofMetamodel(embeddable);
        return new Constant(Kind.EMBEDDED, field.name(), metamodel, metamodel);
    }

    /** Whether the class that is read is a part of an embeddable class, or that class itself. */
    private boolean holds(MappedClass embeddable, Set<TypeElement> seen) {
        return embeddable.type().equals(read.type())
                || embeddable.fields().stream()
                        .map(part -> new FieldReader(environment, embeddable.asType(), part).embeddable())
                        .filter(part -> part != null && seen.add(part))
                        .anyMatch(part -> holds(MappedClass.of(part), seen));
    }

    private boolean requireMetamodel(MappedClass of, Element where) {
        String name = names.qualifiedMetamodelName(of);
        if (isWrittenNow.test(of.type().getQualifiedName().toString()) || names.isThere(name)) {
            return true;
        }
        complaints.error(
                where,
                "Class " + of.type().getQualifiedName() + " has no metamodel " + name
                        + ". Annotate it with @Embeddable or @Entity, and compile it with this processor too.");
        return false;
    }
}
