package dev.grapnel.core.instrument;

/** What a loader answers when it does not answer with a value or a {@code Marker}. */
public enum LoadStatus {
    /** The value stands in the object already. */
    SET,
    /** There is nothing to load: the attribute gets its empty value. */
    EMPTY
}
