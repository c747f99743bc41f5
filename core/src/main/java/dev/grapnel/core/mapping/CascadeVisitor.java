package dev.grapnel.core.mapping;

import dev.grapnel.core.state.InstanceState;

/** Is told what a cascade reaches. */
@FunctionalInterface
public interface CascadeVisitor {
    /**
     * Told of an object, before its own relationships are looked at.
     *
     * @param reached its state
     * @param along the relationship that leads to it
     * @param from the object that has the relationship
     */
    void visit(InstanceState reached, Relationship along, InstanceState from);

    /**
     * Told of a relationship that would have to be loaded to be followed.
     *
     * @param along the relationship
     * @param from the object that has it
     */
    default void notLoaded(Relationship along, InstanceState from) {
        // most walks load
    }
}
