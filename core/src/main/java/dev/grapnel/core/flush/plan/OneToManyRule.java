package dev.grapnel.core.flush.plan;

import dev.grapnel.core.mapping.CascadeType;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The other objects carry the key of the owner: they are saved after it and deleted before it. */
final class OneToManyRule extends DependencyRule {
    private final @Nullable PlaceChanges places;

    OneToManyRule(Mapper parent, Relationship relationship) {
        super(parent, relationship);
        this.places = PlaceChanges.of(relationship);
    }

    /** What joined the collections of saved owners; few flushes ask. */
    private List<StateHistory> saved(WorkGraph graph) {
        return graph.memo(List.of("saved owners", this), ArrayList::new);
    }

    private Set<@Nullable InstanceState> childrenAdded(WorkGraph graph) {
        Set<@Nullable InstanceState> added = new HashSet<>();
        saved(graph).forEach(history -> added.addAll(history.added()));
        return added;
    }

    private boolean leavesMembers() {
        return relationship().settings().leavesMembers();
    }

    @Override
    void presortDeletes(WorkGraph graph, List<InstanceState> states) {
        for (InstanceState state : states) {
            StateHistory history = history(graph, state, passiveDelete());
            for (InstanceState child : history.deleted()) {
                if (child != null && !hasParent(child)) {
                    boolean orphan = cascades(CascadeType.DELETE_ORPHAN);
                    graph.because(child, orphan ? Cause.ORPHAN : Cause.REMOVED, relationship(), state);
                    graph.register(child, orphan);
                }
            }
            if (!cascades(CascadeType.DELETE) && !leavesMembers()) {
                for (InstanceState child : history.unchanged()) {
                    if (child != null) {
                        graph.because(child, Cause.OWNER_DELETED, relationship(), state);
                        graph.register(child, false, false, false, relationship());
                    }
                }
            }
        }
    }

    @Override
    void presortSaves(WorkGraph graph, List<InstanceState> states) {
        List<StateHistory> saved = saved(graph);
        for (InstanceState state : states) {
            boolean keysChanged = keysChanged(graph, state);
            boolean loads = keysChanged && !relationship().settings().passiveUpdates();
            boolean looksFurther = loads || (places != null && places.isQueued(state));
            StateHistory history = history(
                    graph,
                    state,
                    (looksFurther ? Passive.OFF : Passive.NO_INITIALIZE) | Passive.INCLUDE_PENDING_MUTATIONS);
            for (InstanceState child : history.added()) {
                if (child != null) {
                    graph.because(child, Cause.MEMBER, relationship(), state);
                    graph.register(child, false, false, true, relationship());
                }
            }
            saved.add(history);
            for (InstanceState child : history.deleted()) {
                if (child == null) {
                    continue;
                }
                if (!cascades(CascadeType.DELETE_ORPHAN)) {
                    graph.because(child, Cause.REMOVED, relationship(), state);
                    graph.register(child, false, false, false, relationship());
                } else if (!hasParent(child)) {
                    deleteWithCascade(graph, child, Cause.ORPHAN, state);
                }
            }
            if (keysChanged) {
                for (InstanceState child : history.unchanged()) {
                    if (child != null) {
                        graph.because(child, Cause.KEY_CHANGED, relationship(), state);
                        graph.register(child, false, !loads, false, relationship());
                    }
                }
            }
            if (places != null) {
                places.drawIn(graph, state, new HashSet<>(history.added()));
            }
        }
    }

    @Override
    void order(WorkGraph graph, Sides sides, int processSaves, int processDeletes) {
        if (places != null) {
            places.order(graph, sides, processSaves, processDeletes);
        }
        if (postUpdates()) {
            int after = graph.action(new Action.PostUpdateAll(target().base(), false));
            int before = graph.action(new Action.PostUpdateAll(target().base(), true));
            graph.before(sides.childSaves(), processSaves);
            graph.before(sides.parentSaves(), processSaves);
            graph.before(processSaves, after);
            graph.before(processDeletes, before);
            graph.before(before, sides.parentDeletes());
            graph.before(before, sides.childDeletes());
            return;
        }
        graph.before(sides.parentSaves(), processSaves);
        graph.before(processSaves, sides.childSaves());
        graph.before(processSaves, sides.childDeletes());
        graph.before(sides.childSaves(), sides.parentDeletes());
        graph.before(sides.childDeletes(), sides.parentDeletes());
        graph.before(processDeletes, sides.childSaves());
        graph.before(processDeletes, sides.childDeletes());
    }

    @Override
    void orderSingle(WorkGraph graph, int parentAction, ChildAction child, int process, boolean deleting) {
        if (postUpdates()) {
            int updates = graph.action(new Action.PostUpdateAll(target().base(), deleting));
            if (deleting) {
                edge(graph, process, updates);
                edge(graph, updates, parentAction);
            } else {
                edge(graph, parentAction, process);
                edge(graph, child.action(), process);
                edge(graph, process, updates);
            }
        } else if (deleting) {
            edge(graph, process, child.action());
            edge(graph, child.action(), parentAction);
        } else {
            edge(graph, parentAction, process);
            edge(graph, process, child.action());
            edge(graph, parentAction, child.action());
        }
    }

    @Override
    public void processDeletes(WorkGraph graph, List<InstanceState> states, LinkSink links) {
        if (leavesMembers() && !postUpdates()) {
            return;
        }
        boolean leaves = postUpdates() || !cascades(CascadeType.DELETE);
        Set<@Nullable InstanceState> added = leaves ? childrenAdded(graph) : Set.of();
        for (InstanceState state : states) {
            StateHistory history = history(graph, state, passiveDelete());
            for (InstanceState child : history.deleted()) {
                if (child != null && !hasParent(child)) {
                    clearKey(graph, state, child, links);
                }
            }
            if (leaves) {
                for (InstanceState child : new LinkedHashSet<>(history.unchanged())) {
                    if (child != null && !added.contains(child)) {
                        clearKey(graph, state, child, links);
                    }
                }
            }
        }
    }

    private void clearKey(WorkGraph graph, InstanceState state, InstanceState child, LinkSink links) {
        checkTarget(child);
        if (postUpdates() || !graph.isDeleted(child)) {
            links.clearKey(child, relationship());
        }
        if (postUpdates()) {
            postUpdate(graph, child, List.of(state), false);
        }
    }

    @Override
    public void processSaves(WorkGraph graph, List<InstanceState> states, LinkSink links) {
        boolean clears = !cascades(CascadeType.DELETE_ORPHAN);
        for (InstanceState state : states) {
            StateHistory history = history(graph, state, Passive.NO_INITIALIZE);
            for (InstanceState child : history.added()) {
                copyKey(graph, state, child, links);
                if (child != null && postUpdates()) {
                    postUpdate(graph, child, List.of(state), false);
                }
            }
            for (InstanceState child : history.deleted()) {
                if (clears && child != null && !hasParent(child)) {
                    checkTarget(child);
                    if (postUpdates() || !graph.isDeleted(child)) {
                        links.clearKey(child, relationship());
                    }
                }
            }
            if (keysChanged(graph, state)) {
                history.unchanged().forEach(child -> copyKey(graph, state, child, links));
            }
            if (places != null) {
                places.write(graph, state, links);
            }
        }
    }

    private void copyKey(WorkGraph graph, InstanceState state, @Nullable InstanceState child, LinkSink links) {
        checkTarget(child);
        if (child != null && (postUpdates() || !graph.isDeleted(child))) {
            links.copyKey(state, child, relationship());
        }
    }
}
