package dev.grapnel.core.flush.explain;

import dev.grapnel.core.flush.execute.BatchOrder;
import dev.grapnel.core.flush.execute.PlanSteps;
import dev.grapnel.core.flush.plan.KeyCopy;
import dev.grapnel.core.flush.plan.WorkGraph;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.KeyPair;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.MemberPlace;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.store.LinkChanges;
import dev.grapnel.core.store.RowForecast;
import dev.grapnel.core.store.SaveItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Goes through a plan as its execution would, and notes the rows instead of writing them. */
final class ForecastSteps implements PlanSteps {
    private final WorkGraph graph;
    private final RowForecast rows;
    private final KnownValues values;
    private final Forecast forecast;

    ForecastSteps(WorkGraph graph, RowForecast rows, KnownValues values, Forecast forecast) {
        this.graph = graph;
        this.rows = rows;
        this.values = values;
        this.forecast = forecast;
    }

    @Override
    public void save(Mapper base, List<InstanceState> states) {
        List<InstanceState> sorted = BatchOrder.of(states);
        if (base.isBatch()) {
            saveTogether(base, sorted);
        } else {
            sorted.forEach(state -> saveTogether(base, List.of(state)));
        }
    }

    private void saveTogether(Mapper base, List<InstanceState> sorted) {
        List<SaveItem> inserts = new ArrayList<>();
        List<SaveItem> updates = new ArrayList<>();
        for (InstanceState state : sorted) {
            InstanceState switched = !state.hasKey() ? rowTakenOver(state) : null;
            boolean hasRow = state.hasKey() || switched != null;
            (hasRow ? updates : inserts).add(new SaveItem(state, Mapper.of(state), switched));
        }
        forecast.saved(rows.save(base, updates, inserts, values), updates);
    }

    private @Nullable InstanceState rowTakenOver(InstanceState state) {
        IdentityKey key = keyToCome(state);
        InstanceState existing =
                key == null ? null : ClassManager.stateOf(graph.session().inMemory(key));
        if (existing == null || existing == state || !graph.isDeleted(existing)) {
            return null;
        }
        if (!Mapper.of(state).takesRowsOf(Mapper.of(existing))) {
            return null;
        }
        graph.keepRow(existing);
        return existing;
    }

    private @Nullable IdentityKey keyToCome(InstanceState state) {
        Mapper mapper = Mapper.of(state);
        List<AttributeTracker> attributes = mapper.keyAttributes();
        @Nullable Object[] parts = new Object[attributes.size()];
        for (int at = 0; at < parts.length; at++) {
            Object value = values.of(state, attributes.get(at).name());
            parts[at] = KnownValues.isToCome(value) ? null : value;
        }
        return mapper.identityKey(parts, state.token());
    }

    @Override
    public void delete(Mapper base, List<InstanceState> states) {
        List<InstanceState> sorted = BatchOrder.of(states);
        sorted.removeIf(state -> !graph.isDeleted(state));
        forecast.deleted(rows.delete(base, sorted));
    }

    @Override
    public void postUpdate(Mapper base, WorkGraph.PostUpdates updates) {
        forecast.postUpdated(rows.postUpdate(base, updates.states(), updates.attributes(), values));
    }

    @Override
    public void copyKey(InstanceState source, InstanceState destination, Relationship relationship) {
        for (KeyPair pair : relationship.keyPairs()) {
            values.copy(source, pair.source(), destination, pair.destination());
        }
        forecast.needsKey(destination, source, relationship);
    }

    @Override
    public void clearKey(InstanceState destination, Relationship relationship) {
        for (KeyPair pair : relationship.keyPairs()) {
            AttributeTracker attribute = ClassManager.of(destination).tracker(pair.destination());
            if (KeyCopy.isKey(destination, attribute)) {
                Object value = values.of(destination, pair.destination());
                KeyCopy.requireNoValue(destination, attribute, KnownValues.isToCome(value) ? null : value);
            }
            values.clear(destination, pair.destination());
        }
        MemberPlace place = relationship.place();
        if (place != null && place.clears()) {
            place.attributes().forEach(attribute -> values.clear(destination, attribute));
        }
        forecast.clearsKey(destination, relationship);
    }

    @Override
    public void place(InstanceState member, Relationship relationship, Object place) {
        MemberPlace kept = Objects.requireNonNull(relationship.place());
        if (kept.keys() == null) {
            kept.attributes().forEach(attribute -> values.assign(member, attribute, place));
            return;
        }
        InstanceState key = ClassManager.requireState(place);
        for (int at = 0; at < kept.attributes().size(); at++) {
            values.copy(
                    key, kept.keyAttributes().get(at), member, kept.attributes().get(at));
        }
        forecast.needsKey(member, key, relationship);
    }

    @Override
    public void link(Relationship relationship, LinkChanges changes) {
        forecast.linked(relationship, rows.link(relationship, changes));
    }
}
