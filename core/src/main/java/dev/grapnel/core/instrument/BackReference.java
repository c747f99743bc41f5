package dev.grapnel.core.instrument;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import dev.grapnel.events.ListenOptions;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the other side of a two-way relationship in step, at the moment of the write (rules ).
 *
 * <p>An ordinary listener on the attribute: what one side does, it does to the other with the same initiator, and stops when the initiator
 * is one of the other side's own.
 */
public final class BackReference {
    private final AttributeTracker attribute;
    private final String otherName;

    private BackReference(AttributeTracker attribute, String otherName) {
        this.attribute = attribute;
        this.otherName = otherName;
    }

    /**
     * Ties an attribute to its other side.
     *
     * @param attribute this side
     * @param otherName the attribute of the other class
     */
    public static void attach(AttributeTracker attribute, String otherName) {
        BackReference link = new BackReference(attribute, otherName);
        if (attribute.isCollection()) {
            attribute.dispatch().listen(AttributeEventKeys.APPEND, link::appended, ListenOptions.NONE);
        } else {
            attribute.dispatch().listen(AttributeEventKeys.SET, link::replaced, ListenOptions.NONE);
        }
        attribute.dispatch().listen(AttributeEventKeys.REMOVE, link::removed, ListenOptions.NONE);
    }

    private AttributeTracker otherSide(InstanceState other) {
        return ClassManager.of(other).tracker(otherName);
    }

    private void replaced(SetEvent<Object, Object> event) {
        Object former = event.oldValueOrMarker();
        if (former == event.value()) {
            return;
        }
        if (former != null && !Marker.is(former)) {
            letGo(event.state(), former, event.initiator());
        }
        join(event.state(), event.value(), event.initiator());
    }

    private void letGo(InstanceState state, Object former, Initiator initiator) {
        InstanceState formerState = ClassManager.requireState(former);
        AttributeTracker other = otherSide(formerState);
        Initiator own = other.isCollection() ? other.removeToken() : other.replaceToken();
        if (initiator != own) {
            other.pop(formerState, state.requireObject(), attribute.appendToken(), Passive.NO_FETCH);
        }
    }

    private void appended(AttributeEvent<Object, Object> event) {
        join(event.state(), event.value(), event.initiator());
    }

    private void join(InstanceState state, @Nullable Object joined, Initiator initiator) {
        InstanceState joinedState = ClassManager.stateOf(joined);
        if (joinedState == null) {
            return;
        }
        AttributeTracker other = otherSide(joinedState);
        if (initiator.parentToken() != attribute.parentToken() && initiator.parentToken() != other.parentToken()) {
            throw new InvalidArgumentException(
                    "Bidirectional attribute conflict: passing " + state + " to " + initiator.attribute()
                            + " would change " + other + " through " + attribute
                            + ", which is not its other side. Do not pass an initiator on to"
                            + " an unrelated attribute.");
        }
        boolean startedThere =
                initiator == other.appendToken() || (other.isCollection() && initiator == other.replaceToken());
        if (!startedThere) {
            other.append(joinedState, state.requireObject(), initiator, Passive.NO_FETCH);
        }
    }

    private void removed(AttributeEvent<Object, Object> event) {
        InstanceState goneState = ClassManager.stateOf(event.valueOrMarker());
        if (goneState == null) {
            return;
        }
        AttributeTracker other = otherSide(goneState);
        if (event.initiator() == other.removeToken() || event.initiator() == other.replaceToken()) {
            return;
        }
        if (!other.isCollection() && staysTwice(event.state(), goneState.requireObject())) {
            return;
        }
        other.pop(goneState, event.state().requireObject(), event.initiator(), Passive.NO_FETCH);
    }

    /** Whether a list holds the leaving element once more, so that the element keeps its reference (rule A-24). */
    private boolean staysTwice(InstanceState state, Object element) {
        if (!(attribute instanceof CollectionTracker collection)) {
            return false;
        }
        TrackedCollection elements = collection.inMemory(state);
        return elements != null && elements.count(element) > 1;
    }
}
