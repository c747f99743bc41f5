package dev.grapnel.beanvalidation;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.SetEvent;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.events.Subscription;
import java.util.List;

/** Checks single values when they are assigned. */
final class ValueChecks {
    private ValueChecks() {}

    /** Listens to the attributes of a class that have constraints. */
    static List<Subscription> on(Mapper mapper, Constraints constraints) {
        return mapper.manager().trackers().stream()
                .filter(attribute -> !attribute.isCollection())
                .filter(attribute -> constraints.concern(mapper.type(), attribute.name()))
                .map(attribute -> attribute.events().onSet(event -> check(event, constraints)))
                .toList();
    }

    private static void check(SetEvent<Object, Object> event, Constraints constraints) {
        AttributeTracker attribute = event.attribute();
        boolean followsOtherSide =
                attribute.isRelationship() && event.initiator().attribute() != attribute;
        if (!followsOtherSide) {
            constraints.requireValue(event.state(), attribute.name(), event.value());
        }
    }
}
