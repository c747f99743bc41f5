package dev.grapnel.sql.schema;

import org.jspecify.annotations.Nullable;

/**
 * A condition that the database holds every row of a table to.
 *
 * @param name in the database, or null if the database is to give one
 * @param condition an expression of the database over columns of the table
 */
public record Check(@Nullable String name, String condition) {}
