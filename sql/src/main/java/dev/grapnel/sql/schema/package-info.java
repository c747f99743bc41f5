/**
 * Tables and columns as the mapping wants them, and the statements that create and drop them.
 *
 * <p>The mapping builds {@link dev.grapnel.sql.schema.Table tables} from
 * {@link dev.grapnel.sql.schema.ColumnDefinition column definitions}; all other rooms only read them. What leaves this room for the
 * database is text that jOOQ renders: {@link dev.grapnel.sql.schema.Ddl}. Start reading at {@link dev.grapnel.sql.schema.Table}.
 */
package dev.grapnel.sql.schema;
