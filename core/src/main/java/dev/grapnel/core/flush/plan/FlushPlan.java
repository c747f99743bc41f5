package dev.grapnel.core.flush.plan;

import dev.grapnel.core.error.CircularDependencyException;
import java.util.List;

/**
 * What a flush does, in order.
 *
 * @param layers actions that do not depend on each other stand in one layer, in the order in which they run
 * @param stuck actions that have no place in that order, since they depend on each other in a circle
 */
public record FlushPlan(List<List<Action>> layers, List<Action> stuck) {

    /**
     * Refuses what could not be ordered. Comes after the layers: what depends on no circle has run by then, and is undone with the rest of
     * the flush.
     *
     * @throws CircularDependencyException if there is such
     */
    public void requireNoCircle() {
        if (!stuck.isEmpty()) {
            throw new CircularDependencyException(
                    "Cannot order the rows of this flush: they depend on each other in a circle: " + stuck
                            + ". Break the circle by declaring one of the relationships with post-update.");
        }
    }
}
