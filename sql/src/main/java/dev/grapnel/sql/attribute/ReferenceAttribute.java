package dev.grapnel.sql.attribute;

import dev.grapnel.core.instrument.Attribute;
import dev.grapnel.core.mapping.Relationship;

/**
 * A reference of an entity class to one object of another: a target for attribute events, and the name of a relationship to load or join.
 *
 * @param <T> the class that has the attribute
 * @param <V> the class it refers to
 */
public final class ReferenceAttribute<T, V> implements Attribute<T, V> {
    private final Class<T> owner;
    private final String attribute;
    private final Class<V> target;

    private ReferenceAttribute(Class<T> owner, String attribute, Class<V> target) {
        this.owner = owner;
        this.attribute = attribute;
        this.target = target;
    }

    /**
     * Names an attribute; called by generated code.
     *
     * @param owner the class that has the attribute
     * @param attribute its name
     * @param target the class it refers to
     * @param <T> the class that has the attribute
     * @param <V> the class it refers to
     * @return the constant; whether there is such an attribute shows when it is used
     */
    public static <T, V> ReferenceAttribute<T, V> of(Class<T> owner, String attribute, Class<V> target) {
        return new ReferenceAttribute<>(owner, attribute, target);
    }

    @Override
    public Class<T> ownerType() {
        return owner;
    }

    @Override
    public String attributeName() {
        return attribute;
    }

    /** {@return the class it refers to} */
    public Class<V> targetType() {
        return target;
    }

    /**
     * How the reference is mapped.
     *
     * @return the relationship
     * @throws dev.grapnel.core.error.UnmappedClassException if the class is not mapped
     * @throws dev.grapnel.core.error.InvalidArgumentException if the class has no such relationship, as after a change without generating
     *     anew
     */
    public Relationship mapped() {
        return MappedClasses.mapperOf(this).relationship(attribute);
    }

    @Override
    public String toString() {
        return MappedClasses.describe(this);
    }
}
