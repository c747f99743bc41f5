package dev.grapnel.core.instrument;

import dev.grapnel.core.state.InstanceState;
import org.jspecify.annotations.Nullable;

/**
 * A scalar or reference that was never set is being read (rule A-11).
 *
 * <p>The value of the event is what the read gives; it is not stored. To have it stored as well, without the object counting as modified,
 * call {@link #store}.
 *
 * @param <T> the class of the object
 * @param <V> the type of the value
 */
public final class InitScalarEvent<T, V> extends AttributeEvent<T, V> {
    InitScalarEvent(AttributeTracker attribute, InstanceState state, Initiator initiator) {
        super(attribute, state, null, initiator, Keys.NONE);
    }

    /**
     * Stores a value without any event.
     *
     * @param value the value
     */
    public void store(@Nullable V value) {
        state().store(attribute().index(), value);
    }
}
