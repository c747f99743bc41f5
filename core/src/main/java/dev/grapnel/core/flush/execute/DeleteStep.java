package dev.grapnel.core.flush.execute;

import dev.grapnel.core.flush.plan.WorkGraph;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.store.RowWriter;
import dev.grapnel.core.store.WriteScope;
import java.util.List;

/** Deletes objects of one hierarchy in order of their keys (rule M-7). */
final class DeleteStep {
    private final WorkGraph graph;
    private final RowWriter rows;
    private final WriteScope scope;

    DeleteStep(WorkGraph graph, RowWriter rows, WriteScope scope) {
        this.graph = graph;
        this.rows = rows;
        this.scope = scope;
    }

    void run(Mapper base, List<InstanceState> states) {
        scope.connection(); // enrolled before the first event
        List<InstanceState> sorted = BatchOrder.of(states);
        if (sorted.isEmpty()) {
            return;
        }
        for (InstanceState state : sorted) {
            Mapper mapper = Mapper.of(state);
            SaveStep.fire(mapper.persistListeners().beforeDelete, mapper, state, graph, scope);
        }
        sorted.removeIf(state -> !graph.isDeleted(state));
        rows.delete(base, sorted, scope);
        for (InstanceState state : sorted) {
            Mapper mapper = Mapper.of(state);
            SaveStep.fire(mapper.persistListeners().afterDelete, mapper, state, graph, scope);
        }
    }
}
