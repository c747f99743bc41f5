package dev.grapnel.core.flush.plan;

/** Why an object takes part in a flush. */
public enum Cause {
    /** It is new in the session. */
    NEW,
    /** It was changed. */
    CHANGED,
    /** It was marked for delete. */
    MARKED,
    /** A parent that deletes its orphans let go of it. */
    ORPHAN,
    /** An object that its deletion follows is deleted. */
    CASCADE,
    /** It is a new member of a relationship. */
    MEMBER,
    /** It is no longer a member of a relationship, so its key is cleared. */
    REMOVED,
    /** What it refers to is deleted, so its key is cleared. */
    OWNER_DELETED,
    /** The key of what it refers to changes. */
    KEY_CHANGED,
    /** It has the key of an object that is deleted, and takes over its row (rule M-10). */
    ROW_TAKEN_OVER,
    /** It stands at another place in a list. */
    MOVED,
    /** Two objects became a pair of a many-to-many relationship, or are one no longer. */
    PAIR,
    /** Its relationship has the key written by an update of its own (rule U-27). */
    POST_UPDATE,
}
