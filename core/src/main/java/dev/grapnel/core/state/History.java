package dev.grapnel.core.state;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one attribute since the object was last loaded or flushed.
 *
 * <p>Lists may contain null, since null is a value.
 *
 * @param <V> the type of the value, or of one element of a collection
 * @param added values that are new
 * @param unchanged values that were there and still are
 * @param deleted values that were there and are gone
 */
public record History<V>(List<@Nullable V> added, List<@Nullable V> unchanged, List<@Nullable V> deleted) {

    /** Nothing is known and nothing changed. */
    public static final History<Object> BLANK = new History<>(List.of(), List.of(), List.of());

    /** Whether there is a net change. */
    public boolean hasChanges() {
        return !added.isEmpty() || !deleted.isEmpty();
    }

    /** Whether nothing at all is known. */
    public boolean isEmpty() {
        return !hasChanges() && unchanged.isEmpty();
    }

    /** What is there now: added and unchanged. */
    public List<@Nullable V> sum() {
        return concat(added, unchanged);
    }

    /** What was there before: unchanged and deleted. */
    public List<@Nullable V> before() {
        return concat(unchanged, deleted);
    }

    private static <V> List<@Nullable V> concat(List<@Nullable V> one, List<@Nullable V> two) {
        if (one.isEmpty() || two.isEmpty()) {
            return one.isEmpty() ? two : one;
        }
        List<@Nullable V> all = new ArrayList<>(one);
        all.addAll(two);
        return all;
    }

    /** A list of one value, which may be null. */
    public static List<@Nullable Object> one(@Nullable Object value) {
        return java.util.Collections.singletonList(value);
    }
}
