package dev.grapnel.core.value;

import java.util.Objects;

/**
 * Copies values of a class of one's own, so that a change inside of one is found by comparing it with its copy. For classes that are kept as they
 * are, or whose stored form costs much to make.
 *
 * <pre>{@code
 * final class GridCopier implements ValueCopier<Grid> {
 *     public Grid copy(Grid grid) {
 *         return new Grid(grid.cells().clone());
 *     }
 * }
 *
 * @Mutable(copier = GridCopier.class)
 * Grid grid;
 * }</pre>
 *
 * <p>It needs a constructor without arguments, is made once for each attribute and used by all threads. It is never given null.
 *
 * @param <V> the type of the values
 */
@FunctionalInterface
public interface ValueCopier<V> {
    /**
     * Copies a value.
     *
     * @param value of an attribute
     * @return an equal value that no change of the given one changes
     */
    V copy(V value);

    /**
     * Whether two values are the same for the store. Asked whenever a flush looks at a value that the program was given.
     *
     * @param one a value
     * @param other another one
     * @return whether they are; by {@code equals}, or element by element for arrays, if this is not overridden
     */
    default boolean isEqual(V one, V other) {
        return Objects.deepEquals(one, other);
    }
}
