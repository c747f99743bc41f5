package dev.grapnel.core.session;

/** The kind of a statement that goes through a session. */
public enum StatementKind {
    /** Reads. */
    SELECT,
    /** Inserts. */
    INSERT,
    /** Updates. */
    UPDATE,
    /** Deletes. */
    DELETE
}
