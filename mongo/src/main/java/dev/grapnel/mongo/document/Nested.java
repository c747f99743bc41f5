package dev.grapnel.mongo.document;

import dev.grapnel.core.state.Enhanced;
import org.jspecify.annotations.Nullable;

/**
 * A value that can change within itself: a list, a sub-document, an embedded object. A list or sub-document stands in one place at most, an
 * object may stand in several.
 */
public interface Nested {
    /**
     * The value stands in a place from now on.
     *
     * @param place who is told of changes
     */
    void join(Place place);

    /**
     * The value stands in a place no longer.
     *
     * @param place that it joined
     */
    void leave(Place place);

    /** {@return the same contents, sharing nothing that can change with this value, and in no place} */
    Object copy();

    /**
     * The one that tells of the changes of a value.
     *
     * @param value any value
     * @return the value itself, or what stands in the slot of an enhanced object; null if nobody tells
     */
    static @Nullable Nested of(@Nullable Object value) {
        if (value instanceof Nested nested) {
            return nested;
        }
        return value instanceof Enhanced object && object.$grapnel$state() instanceof Nested nested ? nested : null;
    }
}
