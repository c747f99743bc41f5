package dev.grapnel.core.annotation;

/** How the objects of a relationship come into memory. */
public enum LoadStrategy {
    /** On first read, by a statement of its own. */
    SELECT,
    /** With the owner, in the same statement. */
    JOINED,
    /** After the owners, by one statement for all of them. */
    SELECTIN,
    /** Before the owners are read, by one statement around theirs. */
    SUBQUERY,
    /**
     * Right after each owner, by a statement of its own. In a result that has objects of subclasses, a reference to a key is filled if its object is in
     * memory, and otherwise waits for its first read.
     */
    IMMEDIATE,
    /** A read is an error. */
    RAISE,
    /** A read is an error if it needs SQL. */
    RAISE_ON_SQL,
    /** A read gives nothing. */
    NOLOAD
}
