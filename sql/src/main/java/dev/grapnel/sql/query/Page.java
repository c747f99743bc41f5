package dev.grapnel.sql.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some objects of a longer list, made by {@link Query#page}.
 *
 * @param items the objects, in order
 * @param next where the next page begins, to be given to {@link Query#page(int, String)}; null if this is the last one
 * @param <T> the class
 */
public record Page<T>(List<T> items, @Nullable String next) {
    /** {@return whether there is a next page} */
    public boolean hasNext() {
        return next != null;
    }
}
