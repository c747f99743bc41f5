package dev.grapnel.mongo.mapping;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an object is to the store. Immutable.
 *
 * @param stored whether it was loaded or written
 * @param deleted whether it is marked
 * @param complete whether defaults were filled in
 * @param projection the fields that were loaded; null: all
 * @param extra fields that no attribute holds
 */
record Standing(
        boolean stored,
        boolean deleted,
        boolean complete,
        @Nullable List<String> projection,
        Map<String, @Nullable Object> extra) {
    static final Standing NEW = new Standing(false, false, false, null, Map.of());
    private static final Standing LOADED = new Standing(true, false, false, null, Map.of());

    static Standing loaded(@Nullable List<String> fields, Map<String, @Nullable Object> unmapped) {
        return fields == null && unmapped.isEmpty() ? LOADED : new Standing(true, false, false, fields, unmapped);
    }

    Standing withStored(boolean on) {
        return new Standing(on, deleted, complete, projection, extra);
    }

    Standing withDeleted(boolean on) {
        return new Standing(stored, on, complete, projection, extra);
    }

    Standing withComplete() {
        return new Standing(stored, deleted, true, projection, extra);
    }
}
