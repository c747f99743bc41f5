package dev.grapnel.core.store;

import dev.grapnel.core.state.InstanceState;

/**
 * A pair of objects tied by a many-to-many relationship.
 *
 * @param owner the object that has the relationship
 * @param target the object it refers to
 */
public record Link(InstanceState owner, InstanceState target) {}
