package dev.grapnel.core.flush.plan;

import dev.grapnel.core.error.FlushException;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.CascadeType;
import dev.grapnel.core.mapping.Direction;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one relationship brings into a flush: objects drawn in, order, and keys copied or cleared (rules U-1 to U-10). */
public abstract class DependencyRule {
    private final Mapper parent;
    private final Relationship relationship;
    private final String sortKey;
    private final int passiveDelete;
    private final AttributeTracker own;

    DependencyRule(Mapper parent, Relationship relationship) {
        this.parent = parent;
        this.relationship = relationship;
        this.sortKey = parent.type().getName() + '_' + relationship.name();
        this.own = parent.manager().tracker(relationship.name());
        this.passiveDelete = relationship.settings().passiveDeletes() ? Passive.NO_INITIALIZE : Passive.OFF;
    }

    static DependencyRule of(Mapper parent, Relationship relationship) {
        return switch (relationship.direction()) {
            case ONE_TO_MANY -> new OneToManyRule(parent, relationship);
            case MANY_TO_ONE -> new ManyToOneRule(parent, relationship);
            case MANY_TO_MANY -> new ManyToManyRule(parent, relationship);
        };
    }

    // ---- what it is about ----

    final Mapper parent() {
        return parent;
    }

    final Mapper target() {
        return relationship.target();
    }

    final Relationship relationship() {
        return relationship;
    }

    final String sortKey() {
        return sortKey;
    }

    final String name() {
        return relationship.name();
    }

    /** How far a history look-up goes for an object that is deleted. */
    final int passiveDelete() {
        return passiveDelete;
    }

    final boolean cascades(CascadeType type) {
        return relationship.cascades(type);
    }

    final boolean postUpdates() {
        return relationship.settings().postUpdate();
    }

    final boolean appliesTo(Mapper mapper) {
        return mapper.isA(parent) && mapper.property(name()) == relationship;
    }

    final Collection<Mapper> mappers(boolean fromParent) {
        if (!fromParent) {
            return target().selfAndDescendants();
        }
        List<Mapper> found = new ArrayList<>();
        for (Mapper mapper : parent.selfAndDescendants()) {
            if (appliesTo(mapper)) {
                found.add(mapper);
            }
        }
        return found;
    }

    /** The attribute of the relationship; a subclass has one of its own. */
    private AttributeTracker attribute(InstanceState state) {
        return state.manager() == own.manager() ? own : ClassManager.of(state).tracker(name());
    }

    /** What became of the relationship of an object. */
    final StateHistory history(WorkGraph graph, InstanceState state, int passive) {
        return graph.history(state, attribute(state), passive);
    }

    final boolean hasParent(InstanceState child) {
        return own.hasParent(child, false);
    }

    final void checkTarget(@Nullable InstanceState child) {
        if (child == null) {
            if (relationship.isCollection()) {
                throw new FlushException(
                        "Cannot flush a null in collection " + relationship + ". Remove it from the collection.");
            }
        } else if (!Mapper.of(child).isA(target())) {
            throw new FlushException("Cannot flush " + child + " as a member of " + relationship + ": it is no "
                    + target().type().getSimpleName() + ". Give it an object of that class or a mapped subclass.");
        }
    }

    // ---- before the order is decided ----

    void preprocess(WorkGraph graph) {
        graph.preprocess(this, true);
    }

    abstract void presortDeletes(WorkGraph graph, List<InstanceState> states);

    abstract void presortSaves(WorkGraph graph, List<InstanceState> states);

    boolean hasChanges(WorkGraph graph, List<InstanceState> states, boolean deleting) {
        int passive;
        if (!deleting || relationship.settings().passiveDeletes()) {
            passive = Passive.NO_INITIALIZE | Passive.INCLUDE_PENDING_MUTATIONS;
        } else if (relationship.direction() == Direction.MANY_TO_ONE) {
            passive = Passive.NO_FETCH_RELATED;
        } else {
            passive = Passive.OFF | Passive.INCLUDE_PENDING_MUTATIONS;
        }
        for (InstanceState state : states) {
            if (!history(graph, state, passive).isEmpty()) {
                return true;
            }
        }
        boolean selfReferential = target().base() == parent.base() && (target().isA(parent) || parent.isA(target()));
        return !states.isEmpty() && !selfReferential && graph.hasMapper(target());
    }

    /** Adds the actions of the rule and what comes before what. */
    void join(WorkGraph graph) {
        int processSaves = graph.action(new Action.ProcessAll(this, false));
        int processDeletes = graph.action(new Action.ProcessAll(this, true));
        graph.processes(this);
        Sides sides = new Sides(
                graph.action(new Action.SaveAll(parent.base())),
                graph.action(new Action.SaveAll(target().base())),
                graph.action(new Action.DeleteAll(parent.base())),
                graph.action(new Action.DeleteAll(target().base())));
        order(graph, sides, processSaves, processDeletes);
    }

    /** The numbers of the actions of both ends of a relationship. */
    record Sides(int parentSaves, int childSaves, int parentDeletes, int childDeletes) {}

    abstract void order(WorkGraph graph, Sides sides, int processSaves, int processDeletes);

    // ---- single objects, where rows form a circle ----

    final void singleActions(WorkGraph graph, List<InstanceState> states, boolean deleting) {
        int process = graph.action(new Action.ProcessAll(this, deleting));
        graph.disable(process);
        Neighbours neighbours = new Neighbours(graph, deleting);
        for (InstanceState state : states) {
            List<@Nullable Object> related =
                    graph.view().related(state, name(), deleting ? passiveDelete : Passive.NO_INITIALIZE);
            if (!related.isEmpty()) {
                orderSingle(graph, neighbours, state, related, graph.single(process, state));
            }
        }
    }

    private void orderSingle(
            WorkGraph graph, Neighbours around, InstanceState state, List<@Nullable Object> related, int process) {
        int own = around.ofParent(state);
        if (!around.childOnCircle) {
            orderSingle(graph, own, new ChildAction(around.childSaves, false), process, around.deleting);
            orderSingle(graph, own, new ChildAction(around.childDeletes, true), process, around.deleting);
            return;
        }
        for (Object object : related) {
            orderSingle(graph, own, around.ofChild(object), process, around.deleting);
        }
    }

    /** What is done with the objects at both ends of links: each by itself, if those of its end lie on a circle. */
    private final class Neighbours {
        final WorkGraph graph;
        final boolean deleting;
        final int parents;
        final int childSaves;
        final int childDeletes;
        final boolean parentOnCircle;
        final boolean childOnCircle;

        Neighbours(WorkGraph graph, boolean deleting) {
            this.graph = graph;
            this.deleting = deleting;
            Mapper base = parent.base();
            this.parents = graph.action(deleting ? new Action.DeleteAll(base) : new Action.SaveAll(base));
            this.childSaves = graph.action(new Action.SaveAll(target().base()));
            this.childDeletes = graph.action(new Action.DeleteAll(target().base()));
            this.parentOnCircle = graph.isOnCircle(parents);
            this.childOnCircle = graph.isOnCircle(childSaves);
        }

        int ofParent(InstanceState state) {
            return parentOnCircle ? graph.single(state, parents, parents) : parents;
        }

        ChildAction ofChild(@Nullable Object object) {
            InstanceState child = ClassManager.stateOf(object);
            return child == null || !graph.isRegistered(child)
                    ? ChildAction.NONE
                    : new ChildAction(graph.single(child, childSaves, childDeletes), graph.isDeleted(child));
        }
    }

    /** The number of what happens to a related object. */
    record ChildAction(int action, boolean deleting) {
        /** The object is not part of the flush. */
        static final ChildAction NONE = new ChildAction(Participant.NO_ACTION, false);
    }

    abstract void orderSingle(WorkGraph graph, int parentAction, ChildAction child, int process, boolean deleting);

    static void edge(WorkGraph graph, int earlier, int later) {
        if (earlier != Participant.NO_ACTION && later != Participant.NO_ACTION) {
            graph.before(earlier, later);
        }
    }

    // ---- while the plan is carried out ----

    /** Copies keys, or has pairs written, for objects that are saved. */
    public abstract void processSaves(WorkGraph graph, List<InstanceState> states, LinkSink links);

    /** Clears keys, or has pairs deleted, for objects that are deleted. */
    public abstract void processDeletes(WorkGraph graph, List<InstanceState> states, LinkSink links);

    /** Whether the rule works on the objects that have the relationship, and not on those it refers to. */
    public boolean isFromParent() {
        return true;
    }

    final boolean keysChanged(WorkGraph graph, InstanceState source) {
        return KeyCopy.sourceChanged(graph, source, relationship.keyPairs());
    }

    final List<String> destinations() {
        return relationship.keyPairs().stream()
                .map(dev.grapnel.core.mapping.KeyPair::destination)
                .toList();
    }

    final void postUpdate(
            WorkGraph graph, InstanceState state, List<@Nullable InstanceState> related, boolean onlyKnown) {
        for (InstanceState other : related) {
            if (!onlyKnown || other != null) {
                graph.postUpdate(state, destinations());
                return;
            }
        }
    }

    final void deleteWithCascade(WorkGraph graph, InstanceState child, Cause cause, InstanceState from) {
        graph.because(child, cause, relationship, from);
        graph.register(child, true, false, false, relationship);
        graph.view().deleteCascade(child, reached -> graph.register(reached, true));
    }

    @Override
    public final String toString() {
        return relationship.toString();
    }
}
