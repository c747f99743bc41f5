package dev.grapnel.core.instrument;

import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.value.TrackedValue;
import org.jspecify.annotations.Nullable;

/** An attribute of one object whose value tells of its changes. The value keeps the object alive, so that no change of it is lost. */
final class ValueHolder implements TrackedValue.Owner {
    private final Enhanced object;
    private final InstanceState state;
    private final ScalarTracker attribute;

    ValueHolder(InstanceState state, ScalarTracker attribute) {
        this.object = state.requireObject();
        this.state = state;
        this.attribute = attribute;
    }

    @Override
    public boolean valueChanged(TrackedValue value) {
        if (state.value(attribute.index()) != value) {
            return false; // the object got another one, or gave it up
        }
        attribute.tellModifiedInside(state);
        if (state.isChanged(attribute.index())) {
            state.touch();
        } else {
            attribute.recordFlagged(state);
        }
        return true;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ValueHolder same && object == same.object && attribute == same.attribute;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(object) + attribute.hashCode();
    }
}
