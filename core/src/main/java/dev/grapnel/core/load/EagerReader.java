package dev.grapnel.core.load;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.state.InstanceState;

/**
 * Fills a relationship from the rows that bring its owner. Made for one result.
 *
 * @param <R> the row
 */
public interface EagerReader<R> {
    /** The relationship. */
    AttributeTracker relationship();

    /** The first row of an owner whose relationship is to be filled. */
    void first(R row, InstanceState owner);

    /** A further row of such an owner. */
    void again(R row, InstanceState owner);

    /** A row of an owner that keeps what it has; the objects that come with it are made all the same. */
    void pass(R row, InstanceState owner);

    /** Whether {@link #pass} does anything. */
    boolean reachesFurther();
}
