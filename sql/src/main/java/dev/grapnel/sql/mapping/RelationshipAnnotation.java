package dev.grapnel.sql.mapping;

import dev.grapnel.sql.mapping.LinkDeclaration.Kind;
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

    static RelationshipAnnotation of(EntityField field) {
        ManyToOne manyToOne = field.annotation(ManyToOne.class);
        if (manyToOne != null) {
            return new RelationshipAnnotation(
                    Kind.MANY_TO_ONE,
                    manyToOne.targetEntity(),
                    List.of(manyToOne.cascade()),
                    manyToOne.fetch(),
                    manyToOne.optional(),
                    "",
                    false);
        }
        OneToOne one = field.annotation(OneToOne.class);
        if (one != null) {
            return new RelationshipAnnotation(
                    Kind.ONE_TO_ONE,
                    one.targetEntity(),
                    List.of(one.cascade()),
                    one.fetch(),
                    one.optional(),
                    one.mappedBy(),
                    one.orphanRemoval());
        }
        OneToMany many = field.annotation(OneToMany.class);
        if (many != null) {
            return new RelationshipAnnotation(
                    Kind.ONE_TO_MANY,
                    many.targetEntity(),
                    List.of(many.cascade()),
                    many.fetch(),
                    true,
                    many.mappedBy(),
                    many.orphanRemoval());
        }
        ManyToMany pairs = Objects.requireNonNull(field.annotation(ManyToMany.class));
        return new RelationshipAnnotation(
                Kind.MANY_TO_MANY,
                pairs.targetEntity(),
                List.of(pairs.cascade()),
                pairs.fetch(),
                true,
                pairs.mappedBy(),
                false);
    }
}
