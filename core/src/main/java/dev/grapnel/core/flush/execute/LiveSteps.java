package dev.grapnel.core.flush.execute;

import dev.grapnel.core.flush.plan.KeyCopy;
import dev.grapnel.core.flush.plan.WorkGraph;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.MemberPlace;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import dev.grapnel.core.store.KeyUpdate;
import dev.grapnel.core.store.Link;
import dev.grapnel.core.store.LinkChanges;
import dev.grapnel.core.store.PlaceKeys;
import dev.grapnel.core.store.RowWriter;
import dev.grapnel.core.store.WriteScope;
import dev.grapnel.core.store.WriteScopes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Carries the parts of a plan out: fires events, has rows written, assigns keys. */
final class LiveSteps implements PlanSteps {
    private final RowWriter rows;
    private final WriteScopes scopes;
    private final SaveStep saving;
    private final DeleteStep deleting;
    private @Nullable KeyRoute route;

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
        KeyRoute known = route;
        if (known == null || !known.leads(relationship, source, destination)) {
            known = new KeyRoute(relationship, source, destination);
            route = known;
        }
        known.copy(source, destination);
    }

    @Override
    public void clearKey(InstanceState destination, Relationship relationship) {
        KeyCopy.clear(destination, relationship.keyPairs());
        MemberPlace place = relationship.place();
        if (place != null && place.clears()) {
            place.attributes().forEach(attribute -> set(destination, attribute, null));
        }
    }

    @Override
    public void place(InstanceState member, Relationship relationship, Object place) {
        MemberPlace kept = Objects.requireNonNull(relationship.place());
        if (kept.keys() == null) {
            kept.attributes().forEach(attribute -> set(member, attribute, place));
            return;
        }
        InstanceState key = ClassManager.requireState(place);
        for (int at = 0; at < kept.attributes().size(); at++) {
            Object value = PlaceKeys.require(key, kept.keyAttributes().get(at), relationship);
            set(member, kept.attributes().get(at), value);
        }
    }

    private static void set(InstanceState state, String attribute, @Nullable Object value) {
        ClassManager.of(state).tracker(attribute).set(state, value, null, Passive.OFF);
    }

    @Override
    public void link(Relationship relationship, LinkChanges changes) {
        Mapper target = relationship.target().base();
        ByStore<Link> gone = new ByStore<>(changes.gone(), target, Link::owner, scopes);
        ByStore<Link> moved = new ByStore<>(changes.moved(), target, Link::owner, scopes);
        ByStore<Link> made = new ByStore<>(changes.made(), target, Link::owner, scopes);
        Set<WriteScope> all = new LinkedHashSet<>(gone.scopes());
        all.addAll(moved.scopes());
        all.addAll(made.scopes());
        for (WriteScope scope : all) {
            rows.link(relationship, new LinkChanges(gone.of(scope), moved.of(scope), made.of(scope)), scope);
        }
    }
}
