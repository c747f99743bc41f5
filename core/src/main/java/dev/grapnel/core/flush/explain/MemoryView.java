package dev.grapnel.core.flush.explain;

import dev.grapnel.core.flush.plan.Cause;
import dev.grapnel.core.flush.plan.FlushSession;
import dev.grapnel.core.flush.plan.PlanView;
import dev.grapnel.core.flush.plan.StateHistory;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.QueueTracker;
import dev.grapnel.core.instrument.ReferenceTracker;
import dev.grapnel.core.mapping.CascadeType;
import dev.grapnel.core.mapping.CascadeVisitor;
import dev.grapnel.core.mapping.Direction;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.History;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The view of an explanation: it looks at what is in memory, changes nothing, and notes what a flush would have to load. */
final class MemoryView implements PlanView {
    private static final String AND_DELETED = "it will be loaded, and what it holds deleted";

    private final FlushSession session;
    private final KnownValues values;
    private final Findings findings;
    private final InMemoryReferences references;
    private final Set<InstanceState> leaving = new HashSet<>();

    MemoryView(FlushSession session, KnownValues values, Findings findings) {
        this.session = session;
        this.values = values;
        this.findings = findings;
        this.references = new InMemoryReferences(session);
    }

    void leave(List<InstanceState> states) {
        leaving.addAll(states);
    }

    @Override
    public boolean contains(InstanceState state) {
        return session.containsState(state) && !leaving.contains(state);
    }

    @Override
    public StateHistory history(InstanceState state, AttributeTracker tracker, int passive) {
        Relationship relationship = (Relationship) tracker.parentToken();
        if (tracker instanceof ReferenceTracker reference && reference.isFormerValueUnknown(state)) {
            findings.ask(
                    state, relationship, "what it referred to will be looked up and " + fateOfMember(relationship));
            Object current = state.value(tracker.index());
            List<@Nullable Object> added = Marker.is(current) ? List.of() : History.one(current);
            return StateHistory.of(new History<>(added, List.of(), List.of()));
        }
        if (isKnown(state, tracker.index()) || !Passive.allows(passive, Passive.CALLABLES_OK)) {
            return inMemory(state, tracker, passive);
        }
        return relationship.direction() == Direction.MANY_TO_ONE
                ? reference(state, relationship, passive)
                : collection(state, tracker, relationship, passive);
    }

    /** As a read decides it; changes that were queued for a collection do not make it known. */
    private static boolean isKnown(InstanceState state, int index) {
        boolean changed = state.isChanged(index) && state.committed(index) != Marker.NO_VALUE;
        return state.has(index) || changed || !state.hasKey();
    }

    private static StateHistory inMemory(InstanceState state, AttributeTracker tracker, int passive) {
        int how = Passive.NO_INITIALIZE | (passive & Passive.INCLUDE_PENDING_MUTATIONS);
        return StateHistory.of(tracker.history(state, how));
    }

    private StateHistory reference(InstanceState state, Relationship relationship, int passive) {
        InMemoryReferences.Found found = references.find(state, relationship);
        if (found.isKnown()) {
            return StateHistory.of(new History<>(List.of(), History.one(found.object()), List.of()));
        }
        if (Passive.allows(passive, Passive.RELATED_OBJECT_OK) && relationship.cascades(CascadeType.DELETE)) {
            findings.ask(state, relationship, AND_DELETED);
        }
        return StateHistory.of(History.BLANK);
    }

    private StateHistory collection(
            InstanceState state, AttributeTracker tracker, Relationship relationship, int passive) {
        if (Passive.allows(passive, Passive.SQL_OK)) {
            boolean never = tracker instanceof QueueTracker queue && !queue.isIterable();
            findings.ask(
                    state,
                    relationship,
                    never
                            ? "it is never loaded, so the flush will fail"
                            : "it will be loaded, and " + fateOfMembers(relationship));
        }
        return inMemory(state, tracker, passive);
    }

    private static String fateOfMember(Relationship relationship) {
        return relationship.cascades(CascadeType.DELETE_ORPHAN) ? "deleted" : "its key cleared";
    }

    private static String fateOfMembers(Relationship relationship) {
        if (relationship.direction() == Direction.MANY_TO_MANY) {
            return "its pairs deleted";
        }
        return relationship.cascades(CascadeType.DELETE)
                ? "what it holds ordered before it"
                : "the keys of what it holds cleared";
    }

    @Override
    public boolean valueGone(InstanceState state, String attribute) {
        return values.isGone(state, attribute);
    }

    @Override
    public @Nullable Object value(InstanceState state, String attribute) {
        return values.of(state, attribute);
    }

    @Override
    public List<@Nullable Object> related(InstanceState state, String attribute, int passive) {
        AttributeTracker tracker = ClassManager.of(state).tracker(attribute);
        boolean wouldLoad =
                !tracker.isCollection() && !state.has(tracker.index()) && Passive.allows(passive, Passive.CALLABLES_OK);
        return wouldLoad
                ? history(state, tracker, passive).values().sum()
                : tracker.allPending(state, Passive.NO_INITIALIZE);
    }

    @Override
    public void deleteCascade(InstanceState start, Consumer<InstanceState> visitor) {
        Mapper.cascadeInMemory(CascadeType.DELETE, start, new CascadeVisitor() {
            @Override
            public void visit(InstanceState reached, Relationship along, InstanceState from) {
                findings.because(reached, Cause.CASCADE, along, from);
                visitor.accept(reached);
            }

            @Override
            public void notLoaded(Relationship along, InstanceState from) {
                findings.ask(from, along, AND_DELETED);
            }
        });
    }

    @Override
    public void because(InstanceState state, Cause cause, @Nullable Relationship along, @Nullable InstanceState from) {
        findings.because(state, cause, along, from);
    }

    @Override
    public void linkIgnored(InstanceState outside, Relationship along) {
        findings.ask(outside, along, "it is not in the session, so the link to it will not be written");
    }
}
