package dev.grapnel.core.mapping;

/** What follows a relationship from an owner to the objects it refers to. */
public enum CascadeType {
    /** Adding the owner adds them; joining an attached owner adds them at once. */
    SAVE_UPDATE,
    /** Merging the owner merges them. */
    MERGE,
    /** Deleting the owner deletes them. */
    DELETE,
    /** Losing the owner deletes them. */
    DELETE_ORPHAN,
    /** Expunging the owner expunges them. */
    EXPUNGE,
    /** Expiring or refreshing the owner expires them. */
    REFRESH_EXPIRE
}
