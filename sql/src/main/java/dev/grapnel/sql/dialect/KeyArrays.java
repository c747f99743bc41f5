package dev.grapnel.sql.dialect;

/** How a database is given many keys in one parameter. */
public enum KeyArrays {
    /** Not at all: each key is a parameter. */
    NONE,
    /** {@code key in (select unnest(?))}. */
    SELECTED,
    /** A join with the table that the array is made into. */
    JOINED
}
