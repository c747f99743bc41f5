package dev.grapnel.core.state;

/**
 * Stands where a value would stand when there is none. Never null: null is a value.
 */
public enum Marker {
    /** Nothing is in memory and nothing was looked up. */
    NO_VALUE,
    /** There is a value in the store, and finding it out was not allowed. */
    PASSIVE_NO_RESULT;

    /** Whether something is a marker and not a value. */
    public static boolean is(@org.jspecify.annotations.Nullable Object value) {
        return value == NO_VALUE || value == PASSIVE_NO_RESULT;
    }
}
