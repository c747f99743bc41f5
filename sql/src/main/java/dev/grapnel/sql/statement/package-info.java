/**
 * The statements that the engine itself needs: rendered by jOOQ once for each shape, kept as text with a plan for the parameters, and
 * run over plain JDBC.
 *
 * <p>Enters: tables, columns and jOOQ queries. Leaves: {@link dev.grapnel.sql.statement.PreparedText texts}, and the rows and counts that
 * {@link dev.grapnel.sql.statement.StatementRunner} brings back. Start reading at {@link dev.grapnel.sql.statement.StatementCache}.
 */
package dev.grapnel.sql.statement;
