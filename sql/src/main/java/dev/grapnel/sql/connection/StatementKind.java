package dev.grapnel.sql.connection;

import org.jooq.Delete;
import org.jooq.Insert;
import org.jooq.Query;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.Update;

/** What a statement does. */
public enum StatementKind {
    /** It reads rows. */
    SELECT,
    /** It adds rows. */
    INSERT,
    /** It changes rows. */
    UPDATE,
    /** It removes rows. */
    DELETE,
    /** Anything else, as the creation of a table. */
    OTHER;

    /**
     * The kind of a statement in jOOQ's words.
     *
     * @param query the statement
     * @return its kind
     */
    public static StatementKind of(Query query) {
        if (query instanceof Select<?>) {
            return SELECT;
        } else if (query instanceof Insert<?>) {
            return INSERT;
        } else if (query instanceof Update<?>) {
            return UPDATE;
        }
        if (query instanceof Delete<?>) {
            return DELETE;
        }
        return query instanceof ResultQuery<?> ? SELECT : OTHER;
    }
}
