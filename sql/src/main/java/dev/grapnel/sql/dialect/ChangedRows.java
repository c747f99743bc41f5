package dev.grapnel.sql.dialect;

/** How rows that an UPDATE or DELETE wrote come back. */
public enum ChangedRows {
    /** The statement has a RETURNING clause. */
    RETURNED,
    /** The statement is a table to select from. */
    DELTA_TABLE,
    /** They do not, or not in all releases: they have to be read before. */
    NOT_RETURNED
}
