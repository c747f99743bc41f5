package dev.grapnel.core.flush;

import dev.grapnel.core.flush.plan.Cause;
import dev.grapnel.core.flush.plan.WorkGraph;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.InstanceState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has to be written: the sets of a session at the start of a flush (step 3 of the flush algorithm).
 *
 * @param pending new objects, in order of adding
 * @param dirty touched persistent objects that are not marked for delete
 * @param deleted objects marked for delete
 * @param only the objects the flush is limited to, or null for all
 */
public record WorkSet(
        Collection<InstanceState> pending,
        Collection<InstanceState> dirty,
        Collection<InstanceState> deleted,
        @Nullable Set<InstanceState> only) {

    /**
     * Registers everything with a plan.
     *
     * @param graph the plan
     * @return pending orphans that are to leave the session instead of being inserted
     */
    List<InstanceState> collectInto(WorkGraph graph) {
        List<InstanceState> cutOff = new ArrayList<>();
        for (Collection<InstanceState> set : List.of(pending, dirty)) {
            for (InstanceState state : set) {
                if (isWanted(state) && !graph.isRegistered(state)) {
                    decide(graph, state, cutOff);
                }
            }
        }
        for (InstanceState state : deleted) {
            if (isWanted(state)) {
                graph.because(state, Cause.MARKED, null, null);
                graph.register(state, true);
            }
        }
        return cutOff;
    }

    private static void decide(WorkGraph graph, InstanceState state, List<InstanceState> cutOff) {
        Relationship lettingGo = Mapper.of(state).lettingGo(state);
        boolean isNew = !state.hasKey();
        if (lettingGo != null && isNew && state.isOrphanedOutsideSession()) {
            graph.because(state, Cause.ORPHAN, lettingGo, null);
            cutOff.add(state);
            return;
        }
        boolean orphan = lettingGo != null && !isNew;
        graph.because(
                state, orphan ? Cause.ORPHAN : isNew ? Cause.NEW : Cause.CHANGED, orphan ? lettingGo : null, null);
        graph.register(state, orphan);
    }

    private boolean isWanted(InstanceState state) {
        return only == null || only.contains(state);
    }
}
