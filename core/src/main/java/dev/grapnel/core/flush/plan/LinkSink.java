package dev.grapnel.core.flush.plan;

import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.store.LinkChanges;

/** Where rules have links written: keys copied and cleared, and the pairs of many-to-many relationships. */
public interface LinkSink {
    /**
     * Copies the key of an object to the one that refers to it (rule U-7).
     *
     * @param source has the key
     * @param destination refers to it
     * @param relationship between them
     */
    void copyKey(InstanceState source, InstanceState destination, Relationship relationship);

    /**
     * Clears the key by which an object refers to another (rule U-8).
     *
     * @param destination no longer refers to anything
     * @param relationship between them
     */
    void clearKey(InstanceState destination, Relationship relationship);

    /**
     * Writes pairs.
     *
     * @param relationship which one
     * @param changes the pairs
     */
    void link(Relationship relationship, LinkChanges changes);

    /**
     * Notes at a member where it stands in the collection of its owner.
     *
     * @param member the object
     * @param relationship the collection
     * @param place its position
     */
    void place(InstanceState member, Relationship relationship, Object place);
}
