package dev.grapnel.core.instrument;

import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.events.ValueEvent;
import org.jspecify.annotations.Nullable;

/**
 * Something happens to one attribute of one object.
 *
 * @param <T> the class of the object
 * @param <V> the type of the value or element
 */
public class AttributeEvent<T, V> extends ValueEvent<V> {
    private final AttributeTracker attribute;
    private final InstanceState state;
    private final Initiator initiator;
    private final @Nullable Object key;
    private final @Nullable Marker marker;

    @SuppressWarnings("unchecked") // what is no marker is a value of the attribute
    AttributeEvent(
            AttributeTracker attribute,
            InstanceState state,
            @Nullable Object value,
            Initiator initiator,
            @Nullable Object key) {
        super(Marker.is(value) ? null : (V) value);
        this.marker = Marker.is(value) ? (Marker) value : null;
        this.attribute = attribute;
        this.state = state;
        this.initiator = initiator;
        this.key = key;
    }

    /** The object whose attribute it is. */
    @SuppressWarnings("unchecked") // the attribute belongs to class T
    public final T target() {
        return (T) state.requireObject();
    }

    /** The record of that object (the {@code raw} form of the target). */
    public final InstanceState state() {
        return state;
    }

    /** The attribute. */
    public final AttributeTracker attribute() {
        return attribute;
    }

    /** Where the chain of events began. */
    public final Initiator initiator() {
        return initiator;
    }

    /** The value or element, or a {@link Marker} where a value went that is not known. */
    public final @Nullable Object valueOrMarker() {
        return marker != null ? marker : value();
    }

    /** The position or map key the element is stored under, {@link Keys#NONE} if the operation has none. */
    public final @Nullable Object key() {
        return key;
    }
}
