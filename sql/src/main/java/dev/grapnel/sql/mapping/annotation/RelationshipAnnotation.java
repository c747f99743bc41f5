package dev.grapnel.sql.mapping.annotation;

import dev.grapnel.sql.mapping.declaration.LinkDeclaration.Kind;
import jakarta.persistence.CascadeType;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Objects;

/**
 * What the one annotation that makes a field a relationship says; the four of them have nearly the same members.
 *
 * @param kind which of them it is
 * @param target the class that it names; void if it names none
 * @param cascade what follows the relationship
 * @param fetch when the objects are loaded
 * @param optional whether a reference may be null
 * @param mappedBy the attribute of the other class that has the columns; empty if this one has
 * @param orphanRemoval whether objects are deleted that lose their owner
 */
record RelationshipAnnotation(
        Kind kind,
        Class<?> target,
        List<CascadeType> cascade,
        FetchType fetch,
        boolean optional,
        String mappedBy,
        boolean orphanRemoval) {

    static final List<Class<? extends Annotation>> KINDS =
            List.of(ManyToOne.class, OneToOne.class, OneToMany.class, ManyToMany.class);

    /** What a field says that is a relationship. */
    static RelationshipAnnotation of(EntityField field) {
        ManyToOne manyToOne = field.annotation(ManyToOne.class);
        if (manyToOne != null) {
            return of(manyToOne);
        }
        OneToOne oneToOne = field.annotation(OneToOne.class);
        if (oneToOne != null) {
            return of(oneToOne);
        }
        OneToMany oneToMany = field.annotation(OneToMany.class);
        return oneToMany != null ? of(oneToMany) : of(Objects.requireNonNull(field.annotation(ManyToMany.class)));
    }

    private static RelationshipAnnotation of(ManyToOne said) {
        return new RelationshipAnnotation(
                Kind.MANY_TO_ONE,
                said.targetEntity(),
                List.of(said.cascade()),
                said.fetch(),
                said.optional(),
                "",
                false);
    }

    private static RelationshipAnnotation of(OneToOne said) {
        return new RelationshipAnnotation(
                Kind.ONE_TO_ONE,
                said.targetEntity(),
                List.of(said.cascade()),
                said.fetch(),
                said.optional(),
                said.mappedBy(),
                said.orphanRemoval());
    }

    private static RelationshipAnnotation of(OneToMany said) {
        return new RelationshipAnnotation(
                Kind.ONE_TO_MANY,
                said.targetEntity(),
                List.of(said.cascade()),
                said.fetch(),
                true,
                said.mappedBy(),
                said.orphanRemoval());
    }

    private static RelationshipAnnotation of(ManyToMany said) {
        return new RelationshipAnnotation(
                Kind.MANY_TO_MANY,
                said.targetEntity(),
                List.of(said.cascade()),
                said.fetch(),
                true,
                said.mappedBy(),
                false);
    }
}
