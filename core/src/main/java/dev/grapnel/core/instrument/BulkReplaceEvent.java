package dev.grapnel.core.instrument;

import dev.grapnel.core.state.InstanceState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole collection is about to be assigned; the list of new elements may be changed in place (rules ).
 *
 * @param <T> the class of the object
 * @param <V> the type of the elements
 */
public final class BulkReplaceEvent<T, V> extends AttributeEvent<T, V> {
    private final List<V> values;
    private final @Nullable List<Object> keys;

    BulkReplaceEvent(
            AttributeTracker attribute,
            InstanceState state,
            List<V> values,
            @Nullable List<Object> keys,
            Initiator initiator) {
        super(attribute, state, null, initiator, Keys.NONE);
        this.values = values;
        this.keys = keys;
    }

    /** The new elements; what the listeners leave in the list is what is assigned. */
    public List<V> values() {
        return values;
    }

    /** The map keys given with the elements, or null if the value was no map. */
    public @Nullable List<Object> keys() {
        return keys;
    }
}
