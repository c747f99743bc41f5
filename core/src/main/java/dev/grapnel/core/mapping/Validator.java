package dev.grapnel.core.mapping;

import org.jspecify.annotations.Nullable;

/**
 * Checks, and may change, each value written to an attribute (rules ).
 *
 * <p>Usually a method of the mapped class with {@link dev.grapnel.core.annotation.Validates}; this form is for classes that cannot be
 * changed. Registered by {@link Validators#add}.
 *
 * @param <T> the class of the object
 * @param <V> the type of the value, or of one element of a collection
 */
@FunctionalInterface
public interface Validator<T, V> {
    /**
     * Looks at a value before it is stored.
     *
     * @param target the object that is written to
     * @param name of the attribute
     * @param value that is assigned, joins, or goes; null if null is assigned
     * @param removing whether the value goes; only if {@link #includesRemoves()}
     * @return the value to store; not used if it goes
     * @throws RuntimeException to refuse the change; the attribute stays as it was (rule A-5)
     */
    @Nullable V validate(T target, String name, @Nullable V value, boolean removing);

    /** Whether to call it also when an element leaves a collection and when a value is deleted. */
    default boolean includesRemoves() {
        return false;
    }

    /** Whether to call it also for changes that were made on the other side of a two-way relationship. */
    default boolean includesBackReferences() {
        return true;
    }
}
