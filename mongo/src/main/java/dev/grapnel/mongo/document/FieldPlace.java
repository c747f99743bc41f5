package dev.grapnel.mongo.document;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.state.InstanceState;

/** The field of an object, in which a nested value stands: the object becomes dirty before the value changes. */
public final class FieldPlace implements Place {
    private final InstanceState state;
    private final AttributeTracker attribute;
    private final Nested value;

    /**
     * A value is stored in a field.
     *
     * @param state of the object
     * @param attribute the field
     * @param value stored there; tells this place from now on
     */
    public FieldPlace(InstanceState state, AttributeTracker attribute, Nested value) {
        this.state = state;
        this.attribute = attribute;
        this.value = value;
        value.place(this);
    }

    /** Tells the object, unless it has another value by now. */
    @Override
    public void changing() {
        if (state.object() != null && state.value(attribute.index()) == value) {
            attribute.changingWithin(state, () -> Nested.plainCopy(value));
        }
    }
}
