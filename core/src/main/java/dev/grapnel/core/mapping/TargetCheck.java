package dev.grapnel.core.mapping;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.instrument.AttributeEvent;
import dev.grapnel.core.instrument.AttributeEventKeys;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.events.Dispatch;
import dev.grapnel.events.ListenOptions;

/**
 * Refuses objects that a relationship cannot hold, before anything else happens to them (rule A-19). The compiler does so for most; what it
 * does not see are values set by name and collections whose type was cast away.
 */
final class TargetCheck {
    private final Relationship relationship;

    private TargetCheck(Relationship relationship) {
        this.relationship = relationship;
    }

    static void attach(AttributeTracker attribute, Relationship relationship) {
        TargetCheck check = new TargetCheck(relationship);
        Dispatch dispatch = attribute.dispatch();
        if (relationship.isCollection()) {
            dispatch.listen(AttributeEventKeys.APPEND, check::require, ListenOptions.NONE);
        } else {
            dispatch.listen(AttributeEventKeys.SET, check::require, ListenOptions.NONE);
        }
    }

    private void require(AttributeEvent<Object, Object> event) {
        Object value = event.value();
        if (value == null) {
            return;
        }
        boolean fits = relationship.targetType().isInstance(value);
        if (!fits || ClassManager.stateOf(value) == null) {
            throw new InvalidArgumentException("Cannot put an object of "
                    + value.getClass().getName() + " into " + event.attribute() + " of " + event.state()
                    + (fits
                            ? ": it was made before its class was mapped. Map the class in a registry first."
                            : ": it takes objects of "
                                    + relationship.targetType().getName() + " and its mapped subclasses."));
        }
    }
}
