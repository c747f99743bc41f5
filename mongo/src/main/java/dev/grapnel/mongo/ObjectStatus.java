package dev.grapnel.mongo;

/** What the next flush does with an object (statement ODM-S2). */
public enum ObjectStatus {
    /** Never written: the flush inserts it. */
    NEW,
    /** As it was loaded or written: the flush passes it by. */
    CLEAN,
    /** Changed since: the flush updates it. */
    DIRTY,
    /** Marked: the flush deletes it. */
    DELETED
}
