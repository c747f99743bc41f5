package dev.grapnel.core.flush.plan;

import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import java.util.List;

/**
 * Follows a changed primary key to the objects that refer to it by a many-to-one without another side: their keys in memory are corrected,
 * the database cascades (rule U-25).
 */
final class KeySwitchRule extends DependencyRule {

    KeySwitchRule(Mapper parent, Relationship relationship) {
        super(parent, relationship);
    }

    @Override
    void preprocess(WorkGraph graph) {
        if (relationship().reverse() == null) {
            graph.preprocess(this, false);
        }
    }

    @Override
    public boolean isFromParent() {
        return false;
    }

    @Override
    void presortDeletes(WorkGraph graph, List<InstanceState> states) {
        // a key that goes is the business of the relationship itself
    }

    @Override
    void presortSaves(WorkGraph graph, List<InstanceState> states) {
        // keys are corrected when the changed ones are written
    }

    @Override
    boolean hasChanges(WorkGraph graph, List<InstanceState> states, boolean deleting) {
        return !deleting && states.stream().anyMatch(state -> state.hasKey() && keysChanged(graph, state));
    }

    @Override
    void join(WorkGraph graph) {
        Action process = graph.action(new Action.ProcessAll(this, false));
        graph.before(graph.action(new Action.SaveAll(parent().base())), process);
    }

    @Override
    void order(WorkGraph graph, Sides sides, Action processSaves, Action processDeletes) {
        throw new UnsupportedOperationException("the order is said when the rule joins");
    }

    @Override
    void orderSingle(WorkGraph graph, Action parentAction, ChildAction child, Action process, boolean deleting) {
        throw new UnsupportedOperationException("key switches are not broken into single objects");
    }

    @Override
    public void processDeletes(WorkGraph graph, List<InstanceState> states, LinkSink links) {
        throw new UnsupportedOperationException("key switches concern saved objects only");
    }

    @Override
    public void processSaves(WorkGraph graph, List<InstanceState> states, LinkSink links) {
        for (Enhanced object : graph.session().persistentObjects()) {
            InstanceState state = ClassManager.requireState(object);
            if (!appliesTo(Mapper.of(state))) {
                continue;
            }
            Object related = ClassManager.of(state).tracker(name()).get(state, Passive.NO_INITIALIZE);
            InstanceState target = ClassManager.stateOf(related);
            if (target != null && states.contains(target) && target.hasKey() && keysChanged(graph, target)) {
                graph.because(state, Cause.KEY_CHANGED, relationship(), target);
                graph.register(state, false, true, false, null);
                links.copyKey(target, state, relationship());
            }
        }
    }
}
