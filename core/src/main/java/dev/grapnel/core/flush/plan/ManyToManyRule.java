package dev.grapnel.core.flush.plan;

import dev.grapnel.core.mapping.CascadeType;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import dev.grapnel.core.store.Link;
import dev.grapnel.core.store.LinkChanges;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pairs of keys stand in a place of their own, written after both ends are saved and before either is deleted. */
final class ManyToManyRule extends DependencyRule {
    private final @Nullable PlaceChanges places;

    ManyToManyRule(Mapper parent, Relationship relationship) {
        super(parent, relationship);
        this.places = PlaceChanges.of(relationship);
    }

    /** A pair of objects, seen from one side. */
    private record Pair(InstanceState owner, InstanceState target) {}

    /** Pairs written already from the other side of the relationship; null if it has none. */
    private @Nullable Set<Pair> written(WorkGraph graph) {
        Relationship reverse = relationship().reverse();
        if (reverse == null) {
            return null;
        }
        Set<String> bothSides = Set.copyOf(List.of(relationship().toString(), reverse.toString()));
        return graph.memo(List.of("written pairs", bothSides), HashSet::new);
    }

    /** Whether the other side knows the places that stand with the pairs, and hears of each pair. */
    private boolean leavesPairsToOtherSide() {
        Relationship reverse = relationship().reverse();
        return reverse != null && reverse.place() != null && relationship().keepsOtherSideInStep();
    }

    /** Whether the pairs of an object have to follow its changed key, since the database does not take them along (rule U-25). */
    private boolean pairsMove(WorkGraph graph, InstanceState state) {
        return !relationship().settings().passiveUpdates()
                && state.hasKey()
                && Mapper.of(state).keyAttributes().stream()
                        .anyMatch(key -> graph.view().valueGone(state, key.name()));
    }

    @Override
    void presortDeletes(WorkGraph graph, List<InstanceState> states) {
        if (!relationship().settings().passiveDeletes()) {
            states.forEach(state -> history(graph, state, passiveDelete()));
        }
    }

    @Override
    void presortSaves(WorkGraph graph, List<InstanceState> states) {
        states.stream()
                .filter(state -> pairsMove(graph, state) || (places != null && places.isQueued(state)))
                .forEach(state -> history(graph, state, Passive.OFF));
        if (!cascades(CascadeType.DELETE_ORPHAN)) {
            return;
        }
        for (InstanceState state : states) {
            for (InstanceState child :
                    history(graph, state, Passive.NO_INITIALIZE).deleted()) {
                if (child != null && !hasParent(child)) {
                    deleteWithCascade(graph, child, Cause.ORPHAN, state);
                }
            }
        }
    }

    @Override
    void order(WorkGraph graph, Sides sides, int processSaves, int processDeletes) {
        if (places != null) {
            places.order(graph, sides, processSaves, processDeletes);
        }
        graph.before(sides.parentSaves(), processSaves);
        graph.before(sides.childSaves(), processSaves);
        graph.before(processSaves, sides.childDeletes());
        graph.before(processDeletes, sides.parentSaves());
        graph.before(processDeletes, sides.parentDeletes());
        graph.before(processDeletes, sides.childDeletes());
        graph.before(processDeletes, sides.childSaves());
    }

    @Override
    void orderSingle(WorkGraph graph, int parentAction, ChildAction child, int process, boolean deleting) {
        if (deleting) {
            edge(graph, process, child.action());
            edge(graph, process, parentAction);
            return;
        }
        edge(graph, parentAction, process);
        if (child.deleting()) {
            edge(graph, process, child.action());
        } else {
            edge(graph, child.action(), process);
        }
    }

    @Override
    public void processDeletes(WorkGraph graph, List<InstanceState> states, LinkSink links) {
        List<Link> gone = new ArrayList<>();
        Set<Pair> written = written(graph);
        Set<Pair> now = new HashSet<>();
        for (InstanceState state : states) {
            List<@Nullable InstanceState> former =
                    history(graph, state, passiveDelete()).former();
            collect(graph, state, former, written, now, gone);
        }
        finish(links, written, now, new LinkChanges(gone, List.of(), List.of()));
    }

    @Override
    public void processSaves(WorkGraph graph, List<InstanceState> states, LinkSink links) {
        if (leavesPairsToOtherSide()) {
            return;
        }
        List<Link> gone = new ArrayList<>();
        List<Link> moved = new ArrayList<>();
        List<Link> made = new ArrayList<>();
        Set<Pair> written = written(graph);
        Set<Pair> now = new HashSet<>();
        for (InstanceState state : states) {
            StateHistory history = history(graph, state, Passive.NO_INITIALIZE | Passive.INCLUDE_PENDING_MUTATIONS);
            // A new row has no pairs yet, whatever the object had before: as one whose insert was rolled back, or a
            // copy.
            List<@Nullable InstanceState> added = state.hasKey() ? history.added() : history.current();
            collect(graph, state, added, written, now, made);
            collect(graph, state, history.deleted(), written, now, gone);
            if (pairsMove(graph, state)) {
                move(graph, state, written, now, gone, made);
            }
            if (places != null) {
                place(graph, state, history, moved, made);
            }
        }
        gone.removeIf(link -> !link.owner().hasKey() || !link.target().hasKey());
        finish(links, written, now, new LinkChanges(gone, moved, made));
    }

    /** New pairs get their places, and pairs that stay others if they have moved. */
    private void place(WorkGraph graph, InstanceState state, StateHistory history, List<Link> moved, List<Link> made) {
        PlaceChanges kept = Objects.requireNonNull(places);
        Map<InstanceState, Object> now = kept.now(graph, state);
        made.replaceAll(link -> link.owner() == state ? link.at(now.get(link.target())) : link);
        if (state.hasKey()) {
            kept.moved(graph, state, history).forEach((member, at) -> moved.add(new Link(state, member).at(at)));
        }
    }

    /** A pair with a former key goes, and one with the new key comes. */
    private void move(
            WorkGraph graph,
            InstanceState state,
            @Nullable Set<Pair> written,
            Set<Pair> now,
            List<Link> gone,
            List<Link> made) {
        int before = made.size();
        collect(graph, state, history(graph, state, Passive.OFF).unchanged(), written, now, made);
        made.subList(before, made.size()).forEach(link -> gone.add(link.withFormerKeys()));
    }

    private void collect(
            WorkGraph graph,
            InstanceState state,
            List<@Nullable InstanceState> children,
            @Nullable Set<Pair> written,
            Set<Pair> now,
            List<Link> into) {
        for (InstanceState child : children) {
            checkTarget(child);
            if (child == null) {
                continue;
            }
            now.add(new Pair(child, state));
            if (written != null && written.contains(new Pair(state, child))) {
                continue;
            }
            if (graph.isInSession(child, relationship())) {
                into.add(new Link(state, child));
            }
        }
    }

    private void finish(LinkSink links, @Nullable Set<Pair> written, Set<Pair> now, LinkChanges changes) {
        if (written != null) {
            written.addAll(now);
        }
        if (!changes.isEmpty()) {
            links.link(relationship(), changes);
        }
    }
}
