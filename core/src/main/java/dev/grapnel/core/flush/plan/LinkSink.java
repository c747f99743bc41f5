package dev.grapnel.core.flush.plan;

import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.store.Link;
import java.util.List;

/** Where rules have the pairs of a many-to-many relationship written. */
public interface LinkSink {
    /**
     * Writes pairs.
     *
     * @param relationship which one
     * @param gone pairs to delete
     * @param made pairs to insert
     */
    void link(Relationship relationship, List<Link> gone, List<Link> made);
}
