package dev.grapnel.events;

import org.jspecify.annotations.Nullable;

/**
 * An event that carries a value which its listeners may replace.
 *
 * @param <V> the type of the value
 */
public abstract class ValueEvent<V> {
    private @Nullable V value;

    /**
     * Begins with the value that the operation was given.
     *
     * @param value the first value of the chain
     */
    protected ValueEvent(@Nullable V value) {
        this.value = value;
    }

    /** {@return the value as the listeners before this one left it} */
    public final @Nullable V value() {
        return value;
    }

    final void replace(@Nullable V replacement) {
        this.value = replacement;
    }
}
