/**
 * The way to a database: where connections come from, transactions on them, and the events of the statements that run there.
 *
 * <p>Enters: a JDBC URL or a {@code DataSource}. Leaves: {@link dev.grapnel.sql.connection.JdbcTransaction transactions} with a live
 * {@link dev.grapnel.sql.connection.JdbcConnection connection} each. Start reading at {@link dev.grapnel.sql.connection.Engine}.
 */
package dev.grapnel.sql.connection;
