package dev.grapnel.core.flush.plan;

import dev.grapnel.core.mapping.CascadeType;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The owner carries the key of the other object: it is saved after it and deleted before it. */
final class ManyToOneRule extends DependencyRule {
    private static final Logger LOG = LoggerFactory.getLogger(ManyToOneRule.class);

    ManyToOneRule(Mapper parent, Relationship relationship) {
        super(parent, relationship);
    }

    @Override
    void presortDeletes(WorkGraph graph, List<InstanceState> states) {
        if (!cascades(CascadeType.DELETE) && !cascades(CascadeType.DELETE_ORPHAN)) {
            return;
        }
        for (InstanceState state : states) {
            StateHistory history = graph.history(state, name(), passiveDelete());
            for (InstanceState child : cascades(CascadeType.DELETE_ORPHAN) ? history.sum() : history.current()) {
                if (child != null) {
                    deleteWithCascade(graph, child);
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
                        graph.history(state, name(), passiveDelete()).deleted()) {
                    if (child != null && !hasParent(child)) {
                        deleteWithCascade(graph, child);
                    }
                }
            }
        }
    }

    @Override
    void order(WorkGraph graph, Sides sides, Action processSaves, Action processDeletes) {
        if (postUpdates()) {
            Action after = graph.action(new Action.PostUpdateAll(parent().base(), false));
            Action before = graph.action(new Action.PostUpdateAll(parent().base(), true));
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
    void orderSingle(WorkGraph graph, Action parentAction, ChildAction child, Action process, boolean deleting) {
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

    private void orderPostUpdate(
            WorkGraph graph, Action parentAction, ChildAction child, Action process, boolean deleting) {
        Action updates = graph.action(new Action.PostUpdateAll(parent().base(), deleting));
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
            KeyCopy.clear(state, relationship().keyPairs());
            postUpdate(
                    graph, state, graph.history(state, name(), passiveDelete()).sum(), true);
        }
    }

    @Override
    public void processSaves(WorkGraph graph, List<InstanceState> states, LinkSink links) {
        for (InstanceState state : states) {
            StateHistory history = graph.history(state, name(), Passive.NO_INITIALIZE);
            if (history.isEmpty()) {
                continue;
            }
            if (!history.added().isEmpty()) {
                history.added().forEach(child -> copyKey(graph, state, child));
            } else if (!history.deleted().isEmpty()) {
                clearKey(graph, state);
            }
            if (postUpdates()) {
                postUpdate(graph, state, history.sum(), false);
            }
        }
    }

    private void copyKey(WorkGraph graph, InstanceState state, @Nullable InstanceState child) {
        if (child == null) {
            clearKey(graph, state);
            return;
        }
        if (!graph.session().containsState(child)) {
            LOG.warn(
                    "Object {} is not in the session, so the link {} of {} is not written. Add it to the session.",
                    child,
                    relationship(),
                    state);
            return;
        }
        checkTarget(child);
        if (postUpdates() || !graph.isDeleted(state)) {
            KeyCopy.copy(child, state, relationship().keyPairs());
        }
    }

    private void clearKey(WorkGraph graph, InstanceState state) {
        if (postUpdates() || !graph.isDeleted(state)) {
            KeyCopy.clear(state, relationship().keyPairs());
        }
    }
}
