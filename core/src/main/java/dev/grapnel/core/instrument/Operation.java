package dev.grapnel.core.instrument;

/** The kind of change that started a chain of attribute events (rule A-1). */
public enum Operation {
    /** An element joined a collection. */
    APPEND,
    /** An element left a collection, or a value was deleted. */
    REMOVE,
    /** A scalar or reference was assigned. */
    REPLACE,
    /** A whole collection was assigned. */
    BULK_REPLACE,
    /** The attribute was flagged as modified. */
    MODIFIED
}
