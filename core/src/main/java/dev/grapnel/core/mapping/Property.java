package dev.grapnel.core.mapping;

import dev.grapnel.core.instrument.ParentToken;

/** One mapped attribute of a class: a plain value, an embedded value or a relationship. The same object for the class that declares it and its subclasses. */
public abstract sealed class Property implements ParentToken
        permits BasicProperty, ElementProperty, EmbeddedProperty, Relationship {
    private final String name;
    private final Class<?> declaringType;

    Property(Class<?> declaringType, String name) {
        this.declaringType = declaringType;
        this.name = name;
    }

    /** The name of the attribute. */
    @Override
    public final String name() {
        return name;
    }

    /** The mapped class that declares it. */
    @Override
    public final Class<?> declaringType() {
        return declaringType;
    }

    @Override
    public final String toString() {
        return declaringType.getSimpleName() + '.' + name;
    }
}
