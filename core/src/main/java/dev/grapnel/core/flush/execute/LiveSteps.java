package dev.grapnel.core.flush.execute;

import dev.grapnel.core.flush.plan.KeyCopy;
import dev.grapnel.core.flush.plan.WorkGraph;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.store.KeyUpdate;
import dev.grapnel.core.store.Link;
import dev.grapnel.core.store.RowWriter;
import dev.grapnel.core.store.WriteScope;
import dev.grapnel.core.store.WriteScopes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Carries the parts of a plan out: fires events, has rows written, assigns keys. */
final class LiveSteps implements PlanSteps {
    private final RowWriter rows;
    private final WriteScopes scopes;
    private final SaveStep saving;
    private final DeleteStep deleting;

    LiveSteps(WorkGraph graph, RowWriter rows, WriteScopes scopes) {
        this.rows = rows;
        this.scopes = scopes;
        this.saving = new SaveStep(graph, rows, scopes);
        this.deleting = new DeleteStep(graph, rows, scopes);
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
        ByStore<InstanceState> parts = new ByStore<>(updates.states(), base, state -> state, scopes);
        for (WriteScope scope : parts.scopes()) {
            rows.postUpdate(base, new KeyUpdate(parts.of(scope), updates.attributes(), updates.deleting()), scope);
        }
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
        Mapper target = relationship.target().base();
        ByStore<Link> goneBy = new ByStore<>(gone, target, Link::owner, scopes);
        ByStore<Link> madeBy = new ByStore<>(made, target, Link::owner, scopes);
        Set<WriteScope> all = new LinkedHashSet<>(goneBy.scopes());
        all.addAll(madeBy.scopes());
        for (WriteScope scope : all) {
            rows.link(relationship, goneBy.of(scope), madeBy.of(scope), scope);
        }
    }
}
