package dev.grapnel.core.flush.execute;

import dev.grapnel.core.flush.plan.LinkSink;
import dev.grapnel.core.flush.plan.WorkGraph;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.state.InstanceState;
import java.util.List;

/** What is done with the parts of a plan: they are carried out, or only foretold. */
public interface PlanSteps extends LinkSink {
    /**
     * Saves objects of one hierarchy together.
     *
     * @param base root of the hierarchy
     * @param states of the objects, in any order
     */
    void save(Mapper base, List<InstanceState> states);

    /**
     * Deletes objects of one hierarchy together.
     *
     * @param base root of the hierarchy
     * @param states of the objects, in any order
     */
    void delete(Mapper base, List<InstanceState> states);

    /**
     * Writes keys by an update of their own.
     *
     * @param base root of the hierarchy
     * @param updates the objects and attributes
     */
    void postUpdate(Mapper base, WorkGraph.PostUpdates updates);
}
