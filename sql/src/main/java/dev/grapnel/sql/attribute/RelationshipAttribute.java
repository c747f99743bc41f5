package dev.grapnel.sql.attribute;

import dev.grapnel.core.instrument.Attribute;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.sql.join.RelationshipPath;

/**
 * A relationship of an entity class: a target for attribute events, the name of what to load or join, and the way to conditions about related
 * objects.
 *
 * @param <T> the class that has the attribute
 * @param <V> the class of the related objects
 */
public sealed interface RelationshipAttribute<T, V> extends Attribute<T, V>
        permits ReferenceAttribute, CollectionAttribute {
    /** {@return how a statement uses it} */
    RelationshipPath path();

    /**
     * How it is mapped.
     *
     * @return the relationship
     * @throws dev.grapnel.core.error.UnmappedClassException if the class is not mapped
     * @throws dev.grapnel.core.error.InvalidArgumentException if the class has no such relationship, as after a change without generating
     *     anew
     */
    default Relationship mapped() {
        return path().relationship();
    }
}
