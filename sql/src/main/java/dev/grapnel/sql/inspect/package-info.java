/**
 * What a database really has: read through jOOQ, compared with the mapping, and written down as classes.
 *
 * <p>Enters: a jOOQ context on a connection, and the {@link dev.grapnel.sql.schema.Table tables} of a mapping. Leaves: a
 * {@link dev.grapnel.sql.inspect.SchemaReport} of {@link dev.grapnel.sql.inspect.Difference differences}, or the text of
 * {@link dev.grapnel.sql.inspect.EntitySkeletons entity classes}. Nothing here changes a database. Start reading at
 * {@link dev.grapnel.sql.inspect.Comparison}.
 */
package dev.grapnel.sql.inspect;
