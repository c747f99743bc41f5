package dev.grapnel.core.mapping;

/** On which side of a relationship the key stands. */
public enum Direction {
    /** The other objects carry the key of the owner. */
    ONE_TO_MANY,
    /** The owner carries the key of the other object. */
    MANY_TO_ONE,
    /** Pairs of keys stand in a place of their own. */
    MANY_TO_MANY
}
