package dev.grapnel.core.mapping;

import dev.grapnel.core.instrument.AttributeEvent;
import dev.grapnel.core.instrument.AttributeEventKeys;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.BulkReplaceEvent;
import dev.grapnel.core.instrument.SetEvent;
import dev.grapnel.events.Dispatch;
import dev.grapnel.events.ListenOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls the validator of an attribute: ordinary listeners, behind the single-parent check and before the cascade (rule A-38). */
final class ValidatorListeners {
    private final AttributeTracker attribute;
    private final Validator<Object, Object> validator;

    private ValidatorListeners(AttributeTracker attribute, Validator<Object, Object> validator) {
        this.attribute = attribute;
        this.validator = validator;
    }

    static void attach(AttributeTracker attribute, Validator<Object, Object> validator) {
        ValidatorListeners listeners = new ValidatorListeners(attribute, validator);
        Dispatch dispatch = attribute.dispatch();
        if (attribute.isCollection()) {
            dispatch.change(AttributeEventKeys.APPEND, listeners::joined, ListenOptions.NONE);
            dispatch.listen(AttributeEventKeys.BULK_REPLACE, listeners::replacedAsAWhole, ListenOptions.NONE);
        } else {
            dispatch.change(AttributeEventKeys.SET, listeners::assigned, ListenOptions.NONE);
        }
        if (validator.includesRemoves()) {
            dispatch.listen(AttributeEventKeys.REMOVE, listeners::removed, ListenOptions.NONE);
        }
    }

    private @Nullable Object assigned(SetEvent<Object, Object> event) {
        return concerns(event) ? validated(event, event.value()) : event.value();
    }

    private @Nullable Object joined(AttributeEvent<Object, Object> event) {
        boolean seenBefore = event.initiator() == attribute.replaceToken(); // with the whole collection, rule A-45
        return seenBefore || !concerns(event) ? event.value() : validated(event, event.value());
    }

    private void replacedAsAWhole(BulkReplaceEvent<Object, Object> event) {
        List<Object> values = event.values();
        values.replaceAll(value -> validated(event, value));
    }

    private void removed(AttributeEvent<Object, Object> event) {
        if (concerns(event)) {
            validator.validate(event.target(), attribute.name(), event.value(), true);
        }
    }

    private @Nullable Object validated(AttributeEvent<Object, Object> event, @Nullable Object value) {
        return validator.validate(event.target(), attribute.name(), value, false);
    }

    private boolean concerns(AttributeEvent<Object, Object> event) {
        boolean fromOtherSide = attribute.isRelationship() && event.initiator().attribute() != attribute;
        return validator.includesBackReferences() || !fromOtherSide;
    }
}
