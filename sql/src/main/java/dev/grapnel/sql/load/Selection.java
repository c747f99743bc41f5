package dev.grapnel.sql.load;

import dev.grapnel.sql.schema.Column;
import java.util.List;
import org.jooq.Select;

/**
 * A SELECT whose text is not worth keeping.
 *
 * @param select the statement
 * @param columns of its SELECT list
 */
public record Selection(Select<?> select, List<Column> columns) {}
