package dev.grapnel.core.flush.explain;

import dev.grapnel.core.flush.plan.Cause;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.store.RowChange;
import dev.grapnel.core.store.SaveItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows foretold so far, in order, and what is known of each. */
final class Forecast {
    private final Findings findings;
    private final List<Foretold> rows = new ArrayList<>();
    private final Set<InstanceState> eventsOnly = new LinkedHashSet<>();
    private final Map<InstanceState, Map<InstanceState, Relationship>> keysNeeded = new HashMap<>();
    private final Map<InstanceState, Relationship> keysOfTheirOwn = new HashMap<>();

    /** A row, and the relationship whose link it is if it is one. */
    record Foretold(RowChange change, @Nullable Relationship link, List<Reason> reasons) {
        boolean concerns(InstanceState state) {
            return change.subjects().contains(state);
        }

        boolean isOf(InstanceState state, RowChange.Kind kind) {
            return link == null && change.kind() == kind && change.subjects().get(0) == state;
        }
    }

    Forecast(Findings findings) {
        this.findings = findings;
    }

    List<Foretold> rows() {
        return rows;
    }

    Set<InstanceState> eventsOnly() {
        return eventsOnly;
    }

    void deleted(List<RowChange> changes) {
        written(changes, true);
    }

    /** Rows of an object that is saved may be deleted, too: those of values that left a collection. */
    private void written(List<RowChange> changes, boolean deleting) {
        for (RowChange change : changes) {
            rows.add(new Foretold(
                    change, null, findings.reasons(change.subjects().get(0), deleting)));
        }
    }

    void saved(List<RowChange> changes, List<SaveItem> updates) {
        for (SaveItem item : updates) {
            if (item.switched() != null) {
                findings.because(item.state(), Cause.ROW_TAKEN_OVER, null, item.switched());
            }
            eventsOnly.add(item.state());
        }
        written(changes, false);
        Set<InstanceState> having = new HashSet<>();
        changes.forEach(change -> having.addAll(change.subjects()));
        eventsOnly.removeAll(having);
    }

    void postUpdated(List<RowChange> changes) {
        for (RowChange change : changes) {
            Relationship along = keysOfTheirOwn.get(change.subjects().get(0));
            String name = along == null ? null : along.toString();
            rows.add(new Foretold(change, null, List.of(new Reason(Cause.POST_UPDATE, List.of(), name, null))));
        }
    }

    void linked(Relationship relationship, List<RowChange> changes) {
        for (RowChange change : changes) {
            Cause cause = change.kind() == RowChange.Kind.UPDATE ? Cause.MOVED : Cause.PAIR;
            Reason reason = new Reason(cause, List.of(), relationship.toString(), null);
            rows.add(new Foretold(change, relationship, List.of(reason)));
        }
    }

    void needsKey(InstanceState destination, InstanceState source, Relationship relationship) {
        keysNeeded.computeIfAbsent(destination, unused -> new LinkedHashMap<>()).put(source, relationship);
        clearsKey(destination, relationship);
    }

    void clearsKey(InstanceState destination, Relationship relationship) {
        if (relationship.settings().postUpdate()) {
            keysOfTheirOwn.put(destination, relationship);
        }
    }

    /** The objects whose keys an object takes, and along which relationship. */
    Map<InstanceState, Relationship> keysNeededBy(InstanceState state) {
        return keysNeeded.getOrDefault(state, Map.of());
    }
}
