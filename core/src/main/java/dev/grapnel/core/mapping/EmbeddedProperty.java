package dev.grapnel.core.mapping;

import dev.grapnel.core.instrument.EmbeddedShape;

/** A value that is made of other attributes of the same class, its parts. They are declared before it, by properties of their own. */
public final class EmbeddedProperty extends Property {
    private final EmbeddedShape shape;

    /**
     * Declares a value.
     *
     * @param declaringType the mapped class that declares it
     * @param name of the attribute
     * @param shape which attributes it is made of
     */
    public EmbeddedProperty(Class<?> declaringType, String name, EmbeddedShape shape) {
        super(declaringType, name);
        this.shape = shape;
    }

    /** Which attributes it is made of. */
    public EmbeddedShape shape() {
        return shape;
    }
}
