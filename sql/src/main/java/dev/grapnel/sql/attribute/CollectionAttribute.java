package dev.grapnel.sql.attribute;

import dev.grapnel.core.instrument.Attribute;
import dev.grapnel.core.mapping.Relationship;

/**
 * The references of an entity class to several objects of another: a target for attribute events, and the name of a relationship to load or join.
 *
 * @param <T> the class that has the attribute
 * @param <V> the class of its elements
 */
public final class CollectionAttribute<T, V> implements Attribute<T, V> {
    private final Class<T> owner;
    private final String attribute;
    private final Class<V> element;

    private CollectionAttribute(Class<T> owner, String attribute, Class<V> element) {
        this.owner = owner;
        this.attribute = attribute;
        this.element = element;
    }

    /**
     * Names an attribute; called by generated code.
     *
     * @param owner the class that has the attribute
     * @param attribute its name
     * @param element the class of its elements
     * @param <T> the class that has the attribute
     * @param <V> the class of its elements
     * @return the constant; whether there is such an attribute shows when it is used
     */
    public static <T, V> CollectionAttribute<T, V> of(Class<T> owner, String attribute, Class<V> element) {
        return new CollectionAttribute<>(owner, attribute, element);
    }

    @Override
    public Class<T> ownerType() {
        return owner;
    }

    @Override
    public String attributeName() {
        return attribute;
    }

    /** {@return the class of its elements} */
    public Class<V> elementType() {
        return element;
    }

    /**
     * How the collection is mapped.
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
