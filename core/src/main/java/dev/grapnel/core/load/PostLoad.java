package dev.grapnel.core.load;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings more of many objects after their result has been read: a relationship, or columns of subclasses. */
public interface PostLoad {
    /**
     * Whether it has something to bring.
     *
     * @param only the names of the attributes that are asked for, or null for all
     * @return whether it has
     */
    boolean isWanted(@Nullable Set<String> only);

    /** What stands in for it when one object is reloaded, or null if nothing is needed then. */
    @Nullable PostLoad onRefresh();

    /** What takes its place in a result that has rows of several classes of one hierarchy: as a rule itself. */
    default PostLoad ofSeveralClasses() {
        return this;
    }

    /**
     * Brings it.
     *
     * @param run the result that brought the objects
     * @param owners in order of appearance, also those that lack nothing
     */
    void load(LoadRun run, List<Owner> owners);

    /**
     * An object of the result.
     *
     * @param object held until its relationship is loaded
     * @param overwrite whether what is in memory is replaced, since the object was read in full
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
