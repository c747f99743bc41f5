package dev.grapnel.mongo.mapping;

/** What is said of a field beside its values (statements ODM-P1, ODM-P2). */
public enum FieldOption {
    /** The field has an index of its own. */
    INDEXED,
    /** No two documents have the same value: a unique index. */
    UNIQUE,
    /** The index leaves documents out that have no such field. */
    SPARSE,
    /** Reading the field where it is missing gives null instead of an error. */
    MISSING_IS_NULL,
    /** A foreign id may be null, and null is looked up like any other id (statement ODM-P3). */
    ALLOW_NULL
}
