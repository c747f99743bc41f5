package dev.grapnel.core.store;

import java.util.List;

/**
 * What becomes of the pairs of a many-to-many relationship, in the order in which it is written.
 *
 * @param gone pairs to delete
 * @param moved pairs that stay, at another place in the collection of their owner
 * @param made pairs to insert
 */
public record LinkChanges(List<Link> gone, List<Link> moved, List<Link> made) {
    /** Whether there is nothing to write. */
    public boolean isEmpty() {
        return gone.isEmpty() && moved.isEmpty() && made.isEmpty();
    }
}
