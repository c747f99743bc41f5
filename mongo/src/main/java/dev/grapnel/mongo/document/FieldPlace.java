package dev.grapnel.mongo.document;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.state.InstanceState;

/** The field of an object, in which a value stands that can change within itself: the object becomes dirty before the value changes. */
public final class FieldPlace implements Place {
    private final InstanceState state;
    private final AttributeTracker attribute;
    private final Contents contents;
    private final Object value;

    /**
     * A value is stored in a field.
     *
     * @param state of the object
     * @param attribute the field
     * @param contents what its values are
     * @param value stored there
     */
    public FieldPlace(InstanceState state, AttributeTracker attribute, Contents contents, Object value) {
        this.state = state;
        this.attribute = attribute;
        this.contents = contents;
        this.value = value;
    }

    /** Tells the object, unless it has another value by now. */
    @Override
    public void changing() {
        if (!isOver()) {
            attribute.changingWithin(state, () -> contents.copy(value));
        }
    }

    @Override
    public boolean isOver() {
        return state.object() == null || state.value(attribute.index()) != value;
    }

    /** The outermost place: it is in a document, which is no value. */
    @Override
    public boolean isWithin(Nested asked) {
        return false;
    }
}
