package dev.grapnel.sql.statement;

import dev.grapnel.sql.schema.Column;
import org.jooq.Field;

/**
 * A column that a statement writes by an expression.
 *
 * @param column that is written
 * @param value in jOOQ's words
 */
public record ColumnExpression(Column column, Field<?> value) {}
