package dev.grapnel.sql.dialect;

/** How the values that the database gives to inserted rows come back. */
public enum GeneratedKeys {
    /** One insert of many rows returns a result set with a row for each, in order. */
    ROWS_RETURNED,
    /** A JDBC batch gives the keys of all its rows, in order. */
    BATCH_KEYS,
    /** Only the keys of a single row can be had, so each row is a statement. */
    SINGLE_KEYS
}
