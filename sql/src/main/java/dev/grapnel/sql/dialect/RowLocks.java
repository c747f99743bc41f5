package dev.grapnel.sql.dialect;

/** Which locks of rows a SELECT can take on a kind of database. */
public enum RowLocks {
    /** None: the database locks in other ways, as SQLite, where one transaction at a time writes. */
    NONE,
    /** For update, waiting for other transactions. */
    FOR_UPDATE_WAITING,
    /** For update, waiting or not. */
    FOR_UPDATE,
    /** For update and shared, waiting or not, and only of some of the tables. */
    ALL
}
