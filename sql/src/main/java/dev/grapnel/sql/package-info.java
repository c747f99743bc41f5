/**
 * The face of the relational backend: {@link dev.grapnel.sql.Registry}, {@link dev.grapnel.sql.SessionFactory},
 * {@link dev.grapnel.sql.Session}, {@link dev.grapnel.sql.Schema}.
 *
 * <p>Everything here puts rooms below together; none of them knows this one.
 */
package dev.grapnel.sql;
