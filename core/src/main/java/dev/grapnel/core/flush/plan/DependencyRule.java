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
        Action processSaves = graph.action(new Action.ProcessAll(this, false));
        Action processDeletes = graph.action(new Action.ProcessAll(this, true));
        graph.processes(this);
        Sides sides = new Sides(
                graph.action(new Action.SaveAll(parent.base())),
                graph.action(new Action.SaveAll(target().base())),
                graph.action(new Action.DeleteAll(parent.base())),
                graph.action(new Action.DeleteAll(target().base())));
        order(graph, sides, processSaves, processDeletes);
    }

    /** The actions of both ends of a relationship. */
    record Sides(Action parentSaves, Action childSaves, Action parentDeletes, Action childDeletes) {}

    abstract void order(WorkGraph graph, Sides sides, Action processSaves, Action processDeletes);

    // ---- single objects, where rows form a circle ----

    final void singleActions(WorkGraph graph, List<InstanceState> states, boolean deleting) {
        graph.disable(new Action.ProcessAll(this, deleting));
        Action childSaves = new Action.SaveAll(target().base());
        boolean childOnCircle = graph.isOnCircle(childSaves);
        boolean parentOnCircle =
                graph.isOnCircle(deleting ? new Action.DeleteAll(parent.base()) : new Action.SaveAll(parent.base()));
        for (InstanceState state : states) {
            List<@Nullable Object> related =
                    graph.view().related(state, name(), deleting ? passiveDelete : Passive.NO_INITIALIZE);
            if (related.isEmpty()) {
                continue;
            }
            Action process = graph.action(new Action.ProcessOne(this, deleting, state));
            Action own = parentAction(graph, state, deleting, parentOnCircle);
            if (childOnCircle) {
                for (Object object : related) {
                    orderSingle(graph, own, childAction(graph, object), process, deleting);
                }
            } else {
                orderSingle(graph, own, new ChildAction(childSaves, false), process, deleting);
                orderSingle(
                        graph, own, new ChildAction(new Action.DeleteAll(target().base()), true), process, deleting);
            }
        }
    }

    private Action parentAction(WorkGraph graph, InstanceState state, boolean deleting, boolean onCircle) {
        Mapper base = parent.base();
        if (deleting) {
            return onCircle ? graph.action(new Action.DeleteOne(state, base)) : new Action.DeleteAll(base);
        }
        return onCircle ? graph.action(new Action.SaveOne(state, base)) : new Action.SaveAll(base);
    }

    /** What happens to a related object; no action if it is not part of the flush. */
    record ChildAction(@Nullable Action action, boolean deleting) {}

    private ChildAction childAction(WorkGraph graph, @Nullable Object object) {
        InstanceState child = ClassManager.stateOf(object);
        if (child == null || !graph.isRegistered(child)) {
            return new ChildAction(null, false);
        }
        Mapper base = target().base();
        return graph.isDeleted(child)
                ? new ChildAction(graph.action(new Action.DeleteOne(child, base)), true)
                : new ChildAction(graph.action(new Action.SaveOne(child, base)), false);
    }

    abstract void orderSingle(
            WorkGraph graph, Action parentAction, ChildAction child, Action process, boolean deleting);

    static void edge(WorkGraph graph, @Nullable Action earlier, @Nullable Action later) {
        if (earlier != null && later != null) {
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
