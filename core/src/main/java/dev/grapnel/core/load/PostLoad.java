package dev.grapnel.core.load;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.state.InstanceState;
import java.util.List;

/** Fills a relationship of many owners after their result has been read. */
public interface PostLoad {
    /** The relationship. */
    AttributeTracker relationship();

    /**
     * Fills it.
     *
     * @param owners whose relationship is not in memory
     */
    void load(List<InstanceState> owners);
}
