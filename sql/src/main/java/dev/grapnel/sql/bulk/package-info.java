/**
 * Set-based statements: UPDATE, DELETE and INSERT of many rows at once, past the unit of work.
 *
 * <p>What enters: a class, conditions and values. What leaves: one statement, and objects in memory that follow it. Which objects those are is
 * found by evaluating the condition in memory ({@link dev.grapnel.sql.bulk.evaluate}) or from the keys of the rows that the database wrote, as
 * {@link dev.grapnel.sql.bulk.Synchronize} says. Mapper events do not fire, nothing cascades, and related collections in memory stay as they
 * are. Start reading at {@link dev.grapnel.sql.bulk.BulkUpdate}.
 */
package dev.grapnel.sql.bulk;
