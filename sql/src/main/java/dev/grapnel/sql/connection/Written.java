package dev.grapnel.sql.connection;

/**
 * What a statement gave.
 *
 * @param result whatever the caller of the statement wants
 * @param count how many rows it wrote; -1 for a query, whose rows are read later
 * @param <T> the type of the result
 */
public record Written<T>(T result, long count) {}
