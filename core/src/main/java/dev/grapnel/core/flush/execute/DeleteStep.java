package dev.grapnel.core.flush.execute;

import dev.grapnel.core.flush.plan.WorkGraph;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.store.RowWriter;
import dev.grapnel.core.store.WriteScope;
import dev.grapnel.core.store.WriteScopes;
import java.util.List;

/** Deletes objects of one hierarchy in order of their keys (rule M-7). */
final class DeleteStep {
    private final WorkGraph graph;
    private final RowWriter rows;
    private final WriteScopes scopes;

    DeleteStep(WorkGraph graph, RowWriter rows, WriteScopes scopes) {
        this.graph = graph;
        this.rows = rows;
        this.scopes = scopes;
    }

    void run(Mapper base, List<InstanceState> states) {
        SaveStep.enrol(base, states, scopes);
        List<InstanceState> sorted = BatchOrder.of(states);
        if (sorted.isEmpty()) {
            return;
        }
        for (InstanceState state : sorted) {
            Mapper mapper = Mapper.of(state);
            SaveStep.fire(mapper.persistListeners().beforeDelete, mapper, state, graph, scopes);
        }
        sorted.removeIf(state -> !graph.isDeleted(state));
        ByStore<InstanceState> parts = new ByStore<>(sorted, base, state -> state, scopes);
        for (WriteScope scope : parts.scopes()) {
            rows.delete(base, parts.of(scope), scope);
        }
        for (InstanceState state : sorted) {
            Mapper mapper = Mapper.of(state);
            SaveStep.fire(mapper.persistListeners().afterDelete, mapper, state, graph, scopes);
        }
    }
}
