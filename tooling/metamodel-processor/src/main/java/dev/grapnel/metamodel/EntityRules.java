package dev.grapnel.metamodel;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Tells at compile time what the mapping of a class as a whole would refuse at run time. */
final class EntityRules {
    private static final Set<String> WHOLE_NUMBERS =
            Set.of("int", "long", "short", "java.lang.Integer", "java.lang.Long", "java.lang.Short");

    private static final String DOCUMENT_ID = "_id";

    private final Complaints complaints;
    private final MappedClass read;

    EntityRules(Complaints complaints, MappedClass read) {
        this.complaints = complaints;
        this.read = read;
    }

    /** Whether an annotated element is of a kind that can be mapped; otherwise tells why not. */
    static boolean isMappable(Complaints complaints, Element annotated, String annotation) {
        boolean embeddable = annotation.equals(JpaNames.EMBEDDABLE);
        boolean kind =
                annotated.getKind() == ElementKind.CLASS || (embeddable && annotated.getKind() == ElementKind.RECORD);
        if (!kind) {
            complaints.error(annotated, Annotations.find(annotated, annotation), wrongKind(annotated, embeddable));
            return false;
        }
        if (((TypeElement) annotated).getNestingKind() == NestingKind.MEMBER
                && !annotated.getModifiers().contains(Modifier.STATIC)) {
            complaints.error(
                    annotated,
                    "Class " + annotated + " is an inner class, whose objects cannot be without one of the outer class."
                            + " Declare it static, or in a file of its own.");
            return false;
        }
        return true;
    }

    private static String wrongKind(Element annotated, boolean embeddable) {
        return embeddable
                ? "@Embeddable stands on " + annotated
                        + ", which is neither a class nor a record. Only those have fields that are columns."
                : "@Entity stands on " + annotated
                        + ", which is no class. Only the objects of classes have fields that can change: declare a class.";
    }

    /**
     * Tells everything that is wrong with a class that is mapped onto tables.
     *
     * @param mayBeDocument whether it might be mapped onto a collection instead
     */
    void check(boolean mayBeDocument) {
        boolean inPlace = checkAccess();
        checkNames();
        read.fields().forEach(read.isEmbeddable() ? this::checkPart : this::checkVersion);
        if (read.isEntity() && inPlace) {
            checkKey(mayBeDocument);
        }
    }

    /** Tells everything that is wrong with a document class. */
    void checkDocument() {
        checkNames();
        read.fields().forEach(read.isEmbeddable() ? this::checkPart : this::checkVersion);
        if (read.isDocument()) {
            checkId();
        }
    }

    // ---- fields and methods ----

    private boolean checkAccess() {
        boolean inPlace = true;
        for (TypeElement source : read.sources()) {
            boolean read = source.getKind() == ElementKind.RECORD || Getters.areAnnotated(source);
            for (ExecutableElement method : ElementFilter.methodsIn(source.getEnclosedElements())) {
                inPlace &= read || Getters.says(method, "PROPERTY") || checkMethod(method);
            }
        }
        return inPlace;
    }

    private boolean checkMethod(ExecutableElement method) {
        for (AnnotationMirror annotation : method.getAnnotationMirrors()) {
            String name = Annotations.nameOf(annotation);
            if (name.startsWith(JpaNames.PACKAGE) && !JpaNames.AT_METHODS.contains(name)) {
                complaints.error(method, annotation, misplaced(method, Annotations.shortNameOf(annotation)));
                return false;
            }
        }
        return true;
    }

    private static String misplaced(ExecutableElement method, String annotation) {
        String field = Getters.propertyOf(method);
        return "Method " + method.getSimpleName() + " has " + annotation
                + ", and annotations of this class are read from fields. Move it to field " + field
                + " (in Kotlin: @field:"
                + annotation.substring(1) + " instead of @get:" + annotation.substring(1) + ").";
    }

    private void checkNames() {
        Map<String, Element> declared = new HashMap<>();
        read.inheritedFields()
                .forEach(field -> declared.put(field.getSimpleName().toString(), field));
        for (VariableElement field : read.fields()) {
            Element other = declared.put(field.getSimpleName().toString(), field);
            if (other != null) {
                complaints.error(
                        field,
                        "Field " + field + " of " + field.getEnclosingElement()
                                + " is the second attribute of that name: " + other.getEnclosingElement()
                                + " maps one, too. Rename one of them.");
            }
        }
    }

    private void checkPart(VariableElement field) {
        AnnotationMirror misplaced = Annotations.findAny(field, JpaNames.NOT_IN_EMBEDDABLES);
        if (misplaced != null) {
            complaints.error(
                    field,
                    misplaced,
                    "Field " + field + " has " + Annotations.shortNameOf(misplaced)
                            + ", which is for entity classes, and "
                            + read.type().getQualifiedName()
                            + " is embeddable. Declare the field in the entity class.");
        }
    }

    private void checkVersion(VariableElement field) {
        AnnotationMirror version = Annotations.find(field, JpaNames.VERSION);
        String type = TypeNames.plain(field.asType());
        if (version != null && !WHOLE_NUMBERS.contains(type)) {
            complaints.error(
                    field,
                    version,
                    "Field " + field + ": a version is counted, and " + type
                            + " is no whole number. Use int, long, short or their wrappers.");
        }
    }

    // ---- key ----

    /** The fields of a class that a program maps are not known here. */
    private void checkId() {
        boolean hasId = read.attributes().values().stream().anyMatch(EntityRules::isId);
        if (!hasId && !read.isIncomplete()) {
            complaints.error(
                    read.type(),
                    Annotations.find(read.type(), JpaNames.ENTITY),
                    "Document class " + read.type().getQualifiedName()
                            + " has no field that is stored as _id. Add @Id to the field that tells its documents apart.");
        }
    }

    private static boolean isId(VariableElement field) {
        AnnotationValue name = Annotations.member(field, DocumentNames.FIELD, "name");
        return Annotations.findAny(field, JpaNames.IDS) != null
                || (name == null
                        ? field.getSimpleName().contentEquals(DOCUMENT_ID)
                        : DOCUMENT_ID.equals(name.getValue()));
    }

    private void checkKey(boolean mayBeDocument) {
        boolean hasKey =
                read.attributes().values().stream().anyMatch(field -> Annotations.findAny(field, JpaNames.IDS) != null);
        if (!hasKey && !read.isIncomplete()) {
            complaints.error(
                    read.type(),
                    Annotations.find(read.type(), JpaNames.ENTITY),
                    "Entity " + read.type().getQualifiedName()
                            + " has no key. Add @Id to the field that tells its objects apart, or to several"
                            + (mayBeDocument ? "; or @StoredIn, if its objects are documents." : "."));
        }
    }
}
