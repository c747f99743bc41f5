package dev.grapnel.core.store;

import dev.grapnel.core.state.InstanceState;

/**
 * A pair of objects tied by a many-to-many relationship.
 *
 * @param owner the object that has the relationship
 * @param target the object it refers to
 * @param formerKeys whether the pair has the keys that the objects had before this flush
 */
public record Link(InstanceState owner, InstanceState target, boolean formerKeys) {

    /** A pair with the keys that the objects have now. */
    public Link(InstanceState owner, InstanceState target) {
        this(owner, target, false);
    }

    /** The same pair with the keys that the objects had before this flush. */
    public Link withFormerKeys() {
        return new Link(owner, target, true);
    }
}
