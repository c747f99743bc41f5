package dev.grapnel.mongo.document;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the values of one place are: how they are taken in, told of, let go, and copied. What is said here holds for values of which nothing is known. */
public interface Contents {
    /** Of places that take any value. */
    Contents ANY = new Contents() {};

    /**
     * A value that the program puts into a place: plain lists and maps become tracked ones, which are copies.
     *
     * @param value any value
     * @param place who is told of changes within it
     * @return the value to keep
     */
    default @Nullable Object takeIn(@Nullable Object value, Place place) {
        Object kept = value;
        if (value instanceof Map<?, ?> map) {
            kept = DocumentMap.copyOf(map, key -> ANY);
        } else if (value instanceof Collection<?> list) {
            kept = DocumentList.copyOf(list, ANY);
        }
        join(kept, place);
        return kept;
    }

    /**
     * A value that is in the form in which it is kept tells a place of its changes.
     *
     * @param value any value
     * @param place who is told
     */
    default void join(@Nullable Object value, Place place) {
        Nested nested = Nested.of(value);
        if (nested != null) {
            nested.join(place);
        }
    }

    /**
     * A value tells a place no longer.
     *
     * @param value any value
     * @param place that it joined
     */
    default void letGo(@Nullable Object value, Place place) {
        Nested nested = Nested.of(value);
        if (nested != null) {
            nested.leave(place);
        }
    }

    /**
     * A copy of a value that shares nothing that can change with it.
     *
     * @param value in the form in which it is kept
     * @return the copy; of a list or sub-document a plain one
     */
    default @Nullable Object copy(@Nullable Object value) {
        Nested nested = Nested.of(value);
        return nested == null ? value : nested.copy();
    }
}
