package dev.grapnel.metamodel;

import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Tells at compile time what the mapping of a relationship would refuse at run time. */
final class RelationshipRules {
    private static final Set<String> COLLECTIONS = Set.of(
            "java.util.List",
            "java.util.Set",
            "java.util.SortedSet",
            "java.util.NavigableSet",
            "java.util.Collection",
            "java.util.SequencedCollection",
            "java.util.Map",
            "java.util.SortedMap",
            "java.util.NavigableMap",
            "dev.grapnel.core.instrument.WriteOnlyCollection",
            "dev.grapnel.core.instrument.DynamicCollection");

    private final ProcessingEnvironment environment;
    private final Types types;
    private final Complaints complaints;
    private final MappedClass owner;

    RelationshipRules(ProcessingEnvironment environment, Complaints complaints, MappedClass owner) {
        this.environment = environment;
        this.types = environment.getTypeUtils();
        this.complaints = complaints;
        this.owner = owner;
    }

    /** Tells everything that is wrong. */
    void check() {
        for (VariableElement element : owner.fields()) {
            FieldReader field = new FieldReader(environment, owner.asType(), element);
            AnnotationMirror relationship = field.relationship();
            if (relationship == null) {
                checkValue(field);
            } else if (checkShape(field, relationship)) {
                checkTarget(field, relationship);
            }
        }
    }

    // ---- values ----

    private void checkValue(FieldReader field) {
        TypeElement type = MappedClass.elementOf(field.type());
        if (type != null
                && Annotations.has(type, JpaNames.ENTITY)
                && !Annotations.has(field.field(), JpaNames.CONVERT)) {
            complaints.error(
                    field.field(),
                    "Field " + field.name() + " refers to an object of entity " + type.getQualifiedName()
                            + ", and nothing says so. Add @ManyToOne or @OneToOne, or leave the field out with @Transient.");
        }
    }

    // ---- shape ----

    private boolean checkShape(FieldReader field, AnnotationMirror relationship) {
        String type = TypeNames.plain(field.type());
        String annotation = Annotations.shortNameOf(relationship);
        boolean several = COLLECTIONS.contains(type) || field.isOwnCollection();
        if (field.isToMany() && !several) {
            complaints.error(
                    field.field(),
                    relationship,
                    "Field " + field.name() + " has " + annotation + ", and " + type
                            + " cannot be watched. Declare it as java.util.List, Set, SortedSet, NavigableSet, Collection, Map, SortedMap"
                            + " or NavigableMap, or as a class of your own that extends " + FieldReader.OWN_COLLECTION
                            + ".");
            return false;
        }
        if (!field.isToMany() && several) {
            complaints.error(
                    field.field(),
                    relationship,
                    "Field " + field.name() + " has " + annotation + ", which is for one object, and " + type
                            + " holds several. Use @OneToMany or @ManyToMany, or declare the field as the entity class.");
            return false;
        }
        return true;
    }

    // ---- the other class ----

    private void checkTarget(FieldReader field, AnnotationMirror relationship) {
        TypeMirror value = field.value();
        TypeElement target = value == null ? null : MappedClass.elementOf(value);
        if (target == null) {
            return; // told already, or missing
        }
        if (!Annotations.has(target, JpaNames.ENTITY)) {
            complaints.error(
                    field.field(),
                    relationship,
                    "Field " + field.name() + " has " + Annotations.shortNameOf(relationship) + ", and "
                            + target.getQualifiedName()
                            + " is no entity. Annotate that class with @Entity, or name an entity class in targetEntity.");
            return;
        }
        MappedClass other = MappedClass.of(target);
        if (!other.isIncomplete()) {
            checkMappedBy(field, relationship, other);
            checkMapKey(field, other);
        }
    }

    private void checkMappedBy(FieldReader field, AnnotationMirror relationship, MappedClass other) {
        AnnotationValue said = Annotations.value(relationship, "mappedBy");
        String name = said == null ? "" : String.valueOf(said.getValue());
        if (said == null || name.isEmpty() || name.indexOf('.') >= 0) {
            return;
        }
        VariableElement back = requireAttribute(field, relationship, said, other);
        if (back != null) {
            checkWayBack(field, relationship, said, new FieldReader(environment, other.asType(), back));
        }
    }

    private void checkMapKey(FieldReader field, MappedClass other) {
        AnnotationMirror key = Annotations.find(field.field(), JpaNames.MAP_KEY);
        AnnotationValue said = key == null ? null : Annotations.value(key, "name");
        if (key != null && said != null && !String.valueOf(said.getValue()).isEmpty()) {
            requireAttribute(field, key, said, other);
        }
    }

    private @Nullable VariableElement requireAttribute(
            FieldReader field, AnnotationMirror annotation, AnnotationValue said, MappedClass other) {
        Map<String, VariableElement> attributes = other.attributes();
        String name = String.valueOf(said.getValue());
        VariableElement found = attributes.get(name);
        if (found == null) {
            complaints.error(
                    field.field(),
                    annotation,
                    said,
                    "Field " + field.name() + ": class " + other.type().getQualifiedName() + " has no attribute '"
                            + name + "'." + ClosestName.hint(name, attributes.keySet()));
        }
        return found;
    }

    private void checkWayBack(
            FieldReader field, AnnotationMirror relationship, AnnotationValue said, FieldReader back) {
        String described = "Field " + field.name() + " is mapped by '" + back.name() + "' of "
                + back.field().getEnclosingElement();
        if (back.relationship() == null) {
            complaints.error(
                    field.field(),
                    relationship,
                    said,
                    described + ", which is no relationship. Name the attribute there that refers to "
                            + owner.type().getQualifiedName() + ", or add @ManyToOne to it.");
            return;
        }
        TypeMirror value = back.value();
        if (value != null && MappedClass.elementOf(value) != null && !isRelated(value)) {
            complaints.error(
                    field.field(),
                    relationship,
                    said,
                    described + ", which refers to " + TypeNames.plain(value) + " and not to "
                            + owner.type().getQualifiedName() + ". Name the attribute there that does.");
        }
    }

    private boolean isRelated(TypeMirror value) {
        TypeMirror one = types.erasure(value);
        TypeMirror other = types.erasure(owner.asType());
        return types.isSubtype(one, other) || types.isSubtype(other, one);
    }
}
