package dev.grapnel.core.instrument;

import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import org.jspecify.annotations.Nullable;

/**
 * A scalar or reference attribute is about to be written (rules ).
 *
 * @param <T> the class of the object
 * @param <V> the type of the value
 */
public final class SetEvent<T, V> extends AttributeEvent<T, V> {
    private final @Nullable Object oldValue;

    SetEvent(
            AttributeTracker attribute,
            InstanceState state,
            @Nullable Object value,
            @Nullable Object oldValue,
            Initiator initiator) {
        super(attribute, state, value, initiator, Keys.NONE);
        this.oldValue = oldValue;
    }

    /** The value before, or a {@link Marker} if it is not known. */
    public @Nullable Object oldValueOrMarker() {
        return oldValue;
    }

    /** Whether the value before is known. */
    public boolean hasOldValue() {
        return !Marker.is(oldValue);
    }

    /** The value before, null also if it is not known. */
    @SuppressWarnings("unchecked") // values of the attribute are V
    public @Nullable V oldValue() {
        return hasOldValue() ? (V) oldValue : null;
    }
}
