package dev.grapnel.core.load;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import java.util.List;

/** Fills a relationship of many owners after their result has been read. */
public interface PostLoad {
    /** The relationship. */
    AttributeTracker relationship();

    /**
     * Fills it.
     *
     * @param run the result that brought the owners
     * @param owners in order of appearance, also those whose relationship is in memory
     */
    void load(LoadRun run, List<Owner> owners);

    /**
     * An object of the result.
     *
     * @param object held until its relationship is loaded
     * @param overwrite whether a relationship in memory is replaced, since the object was read in full
     */
    record Owner(Enhanced object, boolean overwrite) {
        /** Its state. */
        public InstanceState state() {
            return ClassManager.requireState(object);
        }

        /** Whether its relationship is to be filled. */
        public boolean lacks(AttributeTracker relationship) {
            return overwrite || !state().has(relationship.index());
        }
    }
}
