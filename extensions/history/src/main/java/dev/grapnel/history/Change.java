package dev.grapnel.history;

/** What made a version. */
public enum Change {
    /** The object was new. */
    INSERT,
    /** The object was changed. */
    UPDATE,
    /** The object was deleted; the version has its last values. */
    DELETE
}
