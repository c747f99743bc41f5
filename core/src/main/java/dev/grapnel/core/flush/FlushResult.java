package dev.grapnel.core.flush;

import dev.grapnel.core.flush.plan.WorkGraph;
import dev.grapnel.core.state.InstanceState;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of the objects of a flush.
 *
 * @param saved objects whose rows were written, in order of registration
 * @param deleted objects whose rows are gone, in order of registration
 */
public record FlushResult(List<InstanceState> saved, List<InstanceState> deleted) {
    static FlushResult of(WorkGraph graph) {
        FlushResult result = new FlushResult(new ArrayList<>(), new ArrayList<>());
        graph.sort(result.saved, result.deleted);
        return result;
    }
}
