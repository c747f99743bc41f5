package dev.grapnel.core.instrument;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the values of the objects of a class live, if not in their fields: the class keeps its fields as names and types of its attributes,
 * and Grapnel reaches the values through this map only (rule N-18).
 *
 * <pre>{@code
 * final class InMap implements ValueStorage {
 *     public void initialize(Object instance) {
 *         ((Document) instance).values = new HashMap<>();
 *     }
 *     public Map<String, Object> values(Object instance) {
 *         return ((Document) instance).values;
 *     }
 * }
 * }</pre>
 *
 * <p>An attribute is in memory if the map has its name. What code puts into the map itself is not seen: no event fires, nothing is
 * recorded.
 */
public interface ValueStorage {
    /**
     * Prepares the storage of a new, loaded, copied or deserialised object, before its state is there and before its own field initialisers
     * run. A field that holds the storage must have no initialiser, or that would throw the values away that listeners to {@code init} set.
     *
     * @param instance the object, whose mapped fields hold nothing yet
     */
    void initialize(Object instance);

    /**
     * The values of an object by attribute name.
     *
     * @param instance the object
     * @return its live map, the same as long as the object lives; has to accept null values
     */
    Map<String, @Nullable Object> values(Object instance);
}
