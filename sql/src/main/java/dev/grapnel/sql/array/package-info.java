/**
 * Many rows as one array for each column, as PostgreSQL takes them.
 *
 * <p>In come the columns of an insert and its rows, out go the arrays and what is said of them in the text. What statement they stand in is the
 * business of {@code dev.grapnel.sql.statement}. Start reading at {@link dev.grapnel.sql.array.ColumnArrays}.
 */
@org.jspecify.annotations.NullMarked
package dev.grapnel.sql.array;
