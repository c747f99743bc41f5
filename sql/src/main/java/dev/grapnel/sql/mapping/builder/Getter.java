package dev.grapnel.sql.mapping.builder;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A reference to the getter of an attribute, as {@code Contact::getName}, which stands for its name. It is never called.
 *
 * @param <T> the class that has the attribute
 * @param <V> the type of the value
 */
@FunctionalInterface
public interface Getter<T, V> extends Serializable {
    /**
     * Reads the attribute.
     *
     * @param object to read from
     * @return the value
     */
    @Nullable V get(T object);
}
