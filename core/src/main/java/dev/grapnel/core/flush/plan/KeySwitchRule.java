package dev.grapnel.core.flush.plan;

import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import java.util.ArrayList;
import java.util.List;

/**
 * Follows a changed primary key to the objects in memory that refer to it by a many-to-one without another side (rule U-25): their keys are
 * corrected and the database cascades, or they are updated if the relationship is not passive.
 */
final class KeySwitchRule extends DependencyRule {

    KeySwitchRule(Mapper parent, Relationship relationship) {
        super(parent, relationship);
    }

    /** An object whose reference leads to one with a changed key. */
    private record Follower(InstanceState state, InstanceState target) {}

    private boolean isPassive() {
        return relationship().settings().passiveUpdates();
    }

    /** Another side follows by itself, unless it leaves to the database what this side does not. */
    @Override
    void preprocess(WorkGraph graph) {
        Relationship reverse = relationship().reverse();
        if (reverse == null || (!isPassive() && reverse.settings().passiveUpdates())) {
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
        if (!isPassive()) {
            for (Follower follower : followers(graph, states)) {
                graph.because(follower.state, Cause.KEY_CHANGED, relationship(), follower.target);
                graph.register(follower.state, false, false, false, null);
            }
        }
    }

    @Override
    boolean hasChanges(WorkGraph graph, List<InstanceState> states, boolean deleting) {
        return !deleting && states.stream().anyMatch(state -> state.hasKey() && keysChanged(graph, state));
    }

    @Override
    void join(WorkGraph graph) {
        int process = graph.action(new Action.ProcessAll(this, false));
        int saves = graph.action(new Action.SaveAll(parent().base()));
        if (isPassive()) {
            graph.before(saves, process);
        } else {
            graph.before(process, saves);
        }
    }

    @Override
    void order(WorkGraph graph, Sides sides, int processSaves, int processDeletes) {
        throw new UnsupportedOperationException("the order is said when the rule joins");
    }

    @Override
    void orderSingle(WorkGraph graph, int parentAction, ChildAction child, int process, boolean deleting) {
        throw new UnsupportedOperationException("key switches are not broken into single objects");
    }

    @Override
    public void processDeletes(WorkGraph graph, List<InstanceState> states, LinkSink links) {
        throw new UnsupportedOperationException("key switches concern saved objects only");
    }

    @Override
    public void processSaves(WorkGraph graph, List<InstanceState> states, LinkSink links) {
        for (Follower follower : followers(graph, states)) {
            graph.because(follower.state, Cause.KEY_CHANGED, relationship(), follower.target);
            if (isPassive()) {
                graph.register(follower.state, false, true, false, null);
            }
            links.copyKey(follower.target, follower.state, relationship());
        }
    }

    private List<Follower> followers(WorkGraph graph, List<InstanceState> states) {
        List<InstanceState> switching = states.stream()
                .filter(state -> state.hasKey() && keysChanged(graph, state))
                .toList();
        List<Follower> found = new ArrayList<>();
        for (Enhanced object : switching.isEmpty() ? List.<Enhanced>of() : inMemory(graph)) {
            InstanceState state = ClassManager.requireState(object);
            if (appliesTo(Mapper.of(state))) {
                int passive = isPassive() ? Passive.NO_INITIALIZE : Passive.OFF;
                history(graph, state, passive).current().stream()
                        .filter(switching::contains)
                        .forEach(target -> found.add(new Follower(state, target)));
            }
        }
        return found;
    }

    /** A copy, since looking at a reference may load. */
    private static List<Enhanced> inMemory(WorkGraph graph) {
        return new ArrayList<>(graph.session().persistentObjects());
    }
}
