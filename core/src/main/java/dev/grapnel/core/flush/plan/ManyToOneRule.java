package dev.grapnel.core.flush.plan;

import dev.grapnel.core.mapping.CascadeType;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The owner carries the key of the other object: it is saved after it and deleted before it. */
final class ManyToOneRule extends DependencyRule {
    ManyToOneRule(Mapper parent, Relationship relationship) {
        super(parent, relationship);
    }

    @Override
    void presortDeletes(WorkGraph graph, List<InstanceState> states) {
        if (!cascades(CascadeType.DELETE) && !cascades(CascadeType.DELETE_ORPHAN)) {
            return;
        }
        for (InstanceState state : states) {
            StateHistory history = history(graph, state, passiveDelete());
            for (InstanceState child : cascades(CascadeType.DELETE_ORPHAN) ? history.sum() : history.current()) {
                if (child != null) {
                    deleteWithCascade(graph, child, Cause.CASCADE, state);
                }
            }
        }
    }

    @Override
    void presortSaves(WorkGraph graph, List<InstanceState> states) {
        for (InstanceState state : states) {
            graph.register(state, false, false, false, relationship());
            if (cascades(CascadeType.DELETE_ORPHAN)) {
                for (InstanceState child :
                        history(graph, state, passiveDelete()).deleted()) {
                    if (child != null && !hasParent(child)) {
                        deleteWithCascade(graph, child, Cause.ORPHAN, state);
                    }
                }
            }
        }
    }

    @Override
    void order(WorkGraph graph, Sides sides, int processSaves, int processDeletes) {
        if (postUpdates()) {
            int after = graph.action(new Action.PostUpdateAll(parent().base(), false));
            int before = graph.action(new Action.PostUpdateAll(parent().base(), true));
            graph.before(sides.childSaves(), processSaves);
            graph.before(sides.parentSaves(), processSaves);
            graph.before(processSaves, after);
            graph.before(processSaves, before);
            graph.before(processDeletes, before);
            graph.before(before, sides.childDeletes());
            graph.before(before, sides.parentDeletes());
            return;
        }
        graph.before(sides.childSaves(), processSaves);
        graph.before(processSaves, sides.parentSaves());
        graph.before(sides.parentSaves(), sides.childDeletes());
        graph.before(sides.parentDeletes(), sides.childDeletes());
    }

    @Override
    void orderSingle(WorkGraph graph, int parentAction, ChildAction child, int process, boolean deleting) {
        if (postUpdates()) {
            orderPostUpdate(graph, parentAction, child, process, deleting);
        } else if (deleting) {
            if (child.deleting()) {
                edge(graph, parentAction, child.action());
            }
        } else {
            if (!child.deleting()) {
                edge(graph, child.action(), process);
            }
            edge(graph, process, parentAction);
        }
    }

    private void orderPostUpdate(WorkGraph graph, int parentAction, ChildAction child, int process, boolean deleting) {
        int updates = graph.action(new Action.PostUpdateAll(parent().base(), deleting));
        edge(graph, process, updates);
        if (deleting) {
            edge(graph, updates, parentAction);
            edge(graph, updates, child.action());
        } else if (child.deleting()) {
            edge(graph, updates, child.action());
        } else {
            edge(graph, parentAction, process);
            edge(graph, child.action(), process);
        }
    }

    @Override
    public void processDeletes(WorkGraph graph, List<InstanceState> states, LinkSink links) {
        if (!postUpdates() || cascades(CascadeType.DELETE_ORPHAN)) {
            return;
        }
        for (InstanceState state : states) {
            links.clearKey(state, relationship());
            postUpdate(graph, state, history(graph, state, passiveDelete()).sum(), true);
        }
    }

    @Override
    public void processSaves(WorkGraph graph, List<InstanceState> states, LinkSink links) {
        for (InstanceState state : states) {
            StateHistory history = history(graph, state, Passive.NO_INITIALIZE);
            if (history.isEmpty()) {
                continue;
            }
            List<@Nullable InstanceState> added = history.added();
            if (!added.isEmpty()) {
                for (int at = 0; at < added.size(); at++) {
                    copyKey(graph, state, added.get(at), links);
                }
            } else if (!history.deleted().isEmpty()) {
                clearKey(graph, state, links);
            }
            if (postUpdates()) {
                postUpdate(graph, state, history.sum(), false);
            }
        }
    }

    private void copyKey(WorkGraph graph, InstanceState state, @Nullable InstanceState child, LinkSink links) {
        if (child == null) {
            clearKey(graph, state, links);
            return;
        }
        if (!graph.isInSession(child, relationship())) {
            return;
        }
        checkTarget(child);
        if (postUpdates() || !graph.isDeleted(state)) {
            links.copyKey(child, state, relationship());
        }
    }

    private void clearKey(WorkGraph graph, InstanceState state, LinkSink links) {
        if (postUpdates() || !graph.isDeleted(state)) {
            links.clearKey(state, relationship());
        }
    }
}
