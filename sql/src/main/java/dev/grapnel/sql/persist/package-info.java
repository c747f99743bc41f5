/**
 * Writes the rows of a flush: inserts, updates, deletes, pairs of many-to-many relationships; grouped by table and shape into JDBC batches.
 *
 * <p>What enters: objects in order, from core's execution. What leaves: rows, and generated values back in the objects. Start reading at
 * {@link dev.grapnel.sql.persist.TableWriter}.
 */
package dev.grapnel.sql.persist;
