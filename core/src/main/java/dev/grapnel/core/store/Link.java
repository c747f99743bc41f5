package dev.grapnel.core.store;

import dev.grapnel.core.state.InstanceState;
import org.jspecify.annotations.Nullable;

/**
 * A pair of objects tied by a many-to-many relationship.
 *
 * @param owner the object that has the relationship
 * @param target the object it refers to
 * @param formerKeys whether the pair has the keys that the objects had before this flush
 * @param place where the target stands in the collection of the owner, or null if that is not kept
 */
public record Link(
        InstanceState owner,
        InstanceState target,
        boolean formerKeys,
        @Nullable Object place) {

    /** A pair with the keys that the objects have now. */
    public Link(InstanceState owner, InstanceState target) {
        this(owner, target, false, null);
    }

    /** The same pair with the keys that the objects had before this flush. */
    public Link withFormerKeys() {
        return new Link(owner, target, true, place);
    }

    /** The same pair at a place. */
    public Link at(@Nullable Object elsewhere) {
        return new Link(owner, target, formerKeys, elsewhere);
    }
}
