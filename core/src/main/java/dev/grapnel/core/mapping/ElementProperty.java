package dev.grapnel.core.mapping;

import dev.grapnel.core.instrument.CollectionKind;
import dev.grapnel.core.instrument.EmbeddedShape;
import org.jspecify.annotations.Nullable;

/** Several values that belong to the object and have no identity, each in a row of its own. */
public final class ElementProperty extends Property {
    private final CollectionKind kind;
    private final Class<?> elementType;
    private final @Nullable EmbeddedShape shape;
    private final Settings settings;

    /**
     * What is said about the collection.
     *
     * @param positioned whether the position of an element in a list is kept
     * @param eager whether it is loaded with its owner
     */
    public record Settings(boolean positioned, boolean eager) {}

    /**
     * Declares a collection.
     *
     * @param declaringType the mapped class that declares it
     * @param name of the attribute
     * @param kind of collection; a map has keys of its own
     * @param elementType the class of the elements
     * @param shape of embedded values; null for plain ones
     * @param settings what else is said about it
     */
    public ElementProperty(
            Class<?> declaringType,
            String name,
            CollectionKind kind,
            Class<?> elementType,
            @Nullable EmbeddedShape shape,
            Settings settings) {
        super(declaringType, name);
        this.kind = kind;
        this.elementType = elementType;
        this.shape = shape;
        this.settings = settings;
    }

    /** The kind of collection. */
    public CollectionKind kind() {
        return kind;
    }

    /** The class of the elements. */
    public Class<?> elementType() {
        return elementType;
    }

    /** The shape of embedded values; null for plain ones. */
    public @Nullable EmbeddedShape shape() {
        return shape;
    }

    /** What else is said about it. */
    public Settings settings() {
        return settings;
    }
}
