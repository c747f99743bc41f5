package dev.grapnel.sql.dialect;

/** How a database is given the new values of many rows in one execution, as an array for each column. */
public enum UpdateArrays {
    /** Not at all: each row is an execution, in a batch. */
    NONE,
    /** {@code update … from unnest(?, ?)}. */
    FROM,
    /** {@code merge into … using unnest(?, ?)}, which does not tell which rows it met. */
    MERGED
}
