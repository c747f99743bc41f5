package dev.grapnel.core.flush.execute;

import dev.grapnel.core.flush.plan.KeyCopy;
import dev.grapnel.core.flush.plan.WorkGraph;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.store.Link;
import dev.grapnel.core.store.RowWriter;
import dev.grapnel.core.store.WriteScope;
import java.util.List;

/** Carries the parts of a plan out: fires events, has rows written, assigns keys. */
final class LiveSteps implements PlanSteps {
    private final RowWriter rows;
    private final WriteScope scope;
    private final SaveStep saving;
    private final DeleteStep deleting;

    LiveSteps(WorkGraph graph, RowWriter rows, WriteScope scope) {
        this.rows = rows;
        this.scope = scope;
        this.saving = new SaveStep(graph, rows, scope);
        this.deleting = new DeleteStep(graph, rows, scope);
    }

    @Override
    public void save(Mapper base, List<InstanceState> states) {
        saving.run(base, states);
    }

    @Override
    public void delete(Mapper base, List<InstanceState> states) {
        deleting.run(base, states);
    }

    @Override
    public void postUpdate(Mapper base, WorkGraph.PostUpdates updates) {
        rows.postUpdate(base, updates.states(), updates.attributes(), scope);
    }

    @Override
    public void copyKey(InstanceState source, InstanceState destination, Relationship relationship) {
        KeyCopy.copy(source, destination, relationship.keyPairs());
    }

    @Override
    public void clearKey(InstanceState destination, Relationship relationship) {
        KeyCopy.clear(destination, relationship.keyPairs());
    }

    @Override
    public void link(Relationship relationship, List<Link> gone, List<Link> made) {
        rows.link(relationship, gone, made, scope);
    }
}
