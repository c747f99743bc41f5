package dev.grapnel.mongo.document;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value that can change within itself: a list, a sub-document, an embedded object. It stands in one place at most. */
public interface Nested {
    /**
     * Puts the value into a place, or takes it out.
     *
     * @param place who is told from now on; null: nobody
     */
    void place(@Nullable Place place);

    /**
     * A value as an element of a nested one: plain lists and maps become tracked ones, which are copies.
     *
     * @param value any value
     * @param place who is told of changes within it
     * @return the value to keep
     */
    static @Nullable Object adopt(@Nullable Object value, Place place) {
        Object kept = value;
        if (value instanceof Map<?, ?> map) {
            kept = DocumentMap.copyOf(map);
        } else if (value instanceof List<?> list) {
            kept = DocumentList.copyOf(list);
        }
        if (kept instanceof Nested nested) {
            nested.place(place);
        }
        return kept;
    }

    /**
     * A copy of a value that shares nothing that can change with it.
     *
     * @param value any value
     * @return plain lists and maps in place of tracked ones
     */
    static @Nullable Object plainCopy(@Nullable Object value) {
        if (value instanceof DocumentMap map) {
            return map.plain();
        }
        return value instanceof DocumentList<?> list ? list.plain() : value;
    }
}
