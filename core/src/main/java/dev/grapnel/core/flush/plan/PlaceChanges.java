package dev.grapnel.core.flush.plan;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.PlacedMember;
import dev.grapnel.core.instrument.PlacedTracker;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.MemberPlace;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.InstanceState;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a collection whose places are kept brings into a flush: members that stand elsewhere now are written, and no others. */
final class PlaceChanges {
    private final Relationship relationship;
    private final MemberPlace place;

    private PlaceChanges(Relationship relationship, MemberPlace place) {
        this.relationship = relationship;
        this.place = place;
    }

    /** The places of a relationship; null if they are not kept. */
    static @Nullable PlaceChanges of(Relationship relationship) {
        MemberPlace place = relationship.place();
        return place == null ? null : new PlaceChanges(relationship, place);
    }

    private PlacedTracker tracker(InstanceState owner) {
        return (PlacedTracker) ClassManager.of(owner).tracker(relationship.name());
    }

    /** Whether members joined or left that are not in memory: then all are loaded, since each has its place among the others. */
    boolean isQueued(InstanceState owner) {
        return tracker(owner).isQueued(owner);
    }

    /** Where the members that are written stand now; none if nothing has changed. */
    Map<InstanceState, Object> now(WorkGraph graph, InstanceState owner) {
        Map<InstanceState, Object> places = new LinkedHashMap<>();
        if (tracker(owner).isChanged(owner)) {
            requireKeys(graph, owner);
            for (PlacedMember placed : tracker(owner).members(owner)) {
                InstanceState member = ClassManager.stateOf(placed.member());
                if (member != null && !graph.isDeleted(member) && graph.isInSession(member, null)) {
                    places.put(member, placed.place() == null ? (Object) places.size() : placed.place());
                }
            }
        }
        return places;
    }

    private void requireKeys(WorkGraph graph, InstanceState owner) {
        for (Object waiting : tracker(owner).withoutKey(owner)) {
            InstanceState member = ClassManager.requireState(waiting);
            if (!graph.isDeleted(member) && graph.isInSession(member, null)) {
                throw new InvalidRequestException("Cannot write the members of " + relationship + " of " + owner + ": "
                        + member
                        + " refers to it, and is in the map under no key. Put it into the map under its key, or let it"
                        + " refer to nothing.");
            }
        }
    }

    /** Keys that are objects have rows before they are written anywhere, and lose them afterwards. */
    void order(WorkGraph graph, DependencyRule.Sides sides, int processSaves, int processDeletes) {
        Mapper keys = place.keys();
        if (keys == null) {
            return;
        }
        int saves = graph.action(new Action.SaveAll(keys.base()));
        int deletes = graph.action(new Action.DeleteAll(keys.base()));
        graph.before(saves, processSaves);
        for (int earlier : new int[] {processSaves, processDeletes, sides.childSaves(), sides.childDeletes()}) {
            if (earlier != deletes) {
                graph.before(earlier, deletes);
            }
        }
    }

    // ---- kept with the members ----

    /** Draws in the members that have moved; those that have just joined are drawn in anyway. */
    void drawIn(WorkGraph graph, InstanceState owner, Set<@Nullable InstanceState> joined) {
        now(graph, owner).forEach((member, now) -> {
            if (!joined.contains(member) && member.hasKey() && isElsewhere(graph, member, now)) {
                graph.because(member, Cause.MOVED, relationship, owner);
                graph.register(member, false, false, false, relationship);
            }
        });
    }

    private boolean isElsewhere(WorkGraph graph, InstanceState member, Object now) {
        InstanceState key = place.keys() == null ? null : ClassManager.requireState(now);
        for (int at = 0; at < place.attributes().size(); at++) {
            Object wanted = key == null
                    ? now
                    : graph.view().value(key, place.keyAttributes().get(at));
            if (!Objects.equals(
                    wanted, graph.view().value(member, place.attributes().get(at)))) {
                return true;
            }
        }
        return false;
    }

    /** Has each member that is written know its place. */
    void write(WorkGraph graph, InstanceState owner, LinkSink links) {
        now(graph, owner).forEach((member, now) -> {
            if (graph.isRegistered(member) && isElsewhere(graph, member, now)) {
                links.place(member, relationship, now);
                if (relationship.settings().postUpdate()) {
                    graph.postUpdate(member, place.attributes());
                }
            }
        });
    }

    // ---- kept with the pairs ----

    /** The members that stay, at another place than the store has for them. */
    Map<InstanceState, Object> moved(WorkGraph graph, InstanceState owner, StateHistory history) {
        Map<InstanceState, Object> moved = now(graph, owner);
        moved.keySet().retainAll(history.unchanged());
        IdentityHashMap<Object, Object> stored = tracker(owner).storedPlaces(owner);
        moved.entrySet()
                .removeIf(at ->
                        Objects.equals(at.getValue(), stored.get(at.getKey().object())));
        return moved;
    }
}
