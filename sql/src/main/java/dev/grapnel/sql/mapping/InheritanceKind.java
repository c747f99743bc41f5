package dev.grapnel.sql.mapping;

/** Where a class keeps what it inherits. */
public enum InheritanceKind {
    /** It inherits nothing that is mapped, and nothing is said about subclasses. */
    NONE,
    /** The classes of the hierarchy share one table. */
    SINGLE,
    /** Each class of the hierarchy has a table of its own attributes, joined by key. */
    JOINED,
    /** Each class of the hierarchy that is not abstract has a table of its own with all attributes, inherited ones included. */
    CONCRETE,
    /** It inherits attributes from superclasses that are not mapped themselves. */
    MAPPED_SUPERCLASS
}
