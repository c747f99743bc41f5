package dev.grapnel.core.mapping;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.instrument.AttributeEvent;
import dev.grapnel.core.instrument.AttributeEventKeys;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.SetEvent;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.events.ListenOptions;

/** Refuses to give an object a second parent through a relationship that allows one (rule A-42). An ordinary listener. */
final class SingleParentCheck {
    private final Relationship relationship;

    private SingleParentCheck(Relationship relationship) {
        this.relationship = relationship;
    }

    /** Registers the check, if the relationship asks for it. */
    static void attach(AttributeTracker attribute, Relationship relationship) {
        if (!relationship.settings().singleParent()) {
            return;
        }
        SingleParentCheck check = new SingleParentCheck(relationship);
        ListenOptions options = ListenOptions.NONE.withActiveHistory();
        if (relationship.isCollection()) {
            attribute.dispatch().listen(AttributeEventKeys.APPEND, check::refuseSecondParent, options);
        } else {
            attribute.dispatch().listen(AttributeEventKeys.SET, check::refuseSecondParentOnSet, options);
        }
    }

    private void refuseSecondParentOnSet(SetEvent<Object, Object> event) {
        if (event.value() != event.oldValueOrMarker()) {
            refuseSecondParent(event);
        }
    }

    private void refuseSecondParent(AttributeEvent<Object, Object> event) {
        InstanceState child = ClassManager.stateOf(event.value());
        boolean startedHere = event.initiator().key().equals(relationship.name());
        if (startedHere && child != null && event.initiator().attribute().hasParent(child, false)) {
            throw new InvalidRequestException(
                    "Cannot give " + child + " to " + relationship + " of " + event.state()
                            + ": it belongs to another parent through this relationship, which allows one. Take it from that parent first.");
        }
    }
}
