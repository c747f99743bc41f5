package dev.grapnel.core.flush.plan;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.InstanceState;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How planning sees the objects, and whom it tells why they take part. A flush loads what it needs to know; the explanation of a flush looks
 * at what is in memory.
 */
public interface PlanView {
    /** Whether an object is in the session, and stays in it. */
    boolean contains(InstanceState state);

    /** What became of a relationship, looked up as far as allowed. */
    StateHistory history(InstanceState state, AttributeTracker attribute, int passive);

    /** Whether a plain attribute has a former value that is gone. */
    boolean valueGone(InstanceState state, String attribute);

    /** The value of a plain attribute; something that is equal to nothing else if it is not known. */
    @Nullable Object value(InstanceState state, String attribute);

    /** The objects that a relationship refers to, or referred to since the last flush. */
    List<@Nullable Object> related(InstanceState state, String attribute, int passive);

    /** Walks what is deleted with an object. */
    void deleteCascade(InstanceState start, Consumer<InstanceState> visitor);

    /**
     * Told why an object takes part.
     *
     * @param state of the object
     * @param cause why
     * @param along the relationship that draws it in, if one does
     * @param from the object at the other end of it, if it is known
     */
    void because(InstanceState state, Cause cause, @Nullable Relationship along, @Nullable InstanceState from);

    /** Told that a link is not written, since the object it leads to is not in the session (rule U-10). */
    void linkIgnored(InstanceState outside, Relationship along);
}
