package dev.grapnel.sql.statement;

import org.jspecify.annotations.Nullable;

/**
 * A text with the values of one run.
 *
 * @param text of the statement
 * @param values by the positions of its parameters
 */
public record BoundText(PreparedText text, @Nullable Object[] values) {}
