/**
 * Conditions and expressions of jOOQ, evaluated on objects in memory (rule Q-11).
 *
 * <p>What enters: a condition as the application wrote it. What leaves: a {@link dev.grapnel.sql.bulk.evaluate.Check}, or the refusal of what
 * only a database can tell: functions, subqueries, patterns. Nothing is loaded meanwhile; an attribute without a value makes the answer
 * {@link dev.grapnel.sql.bulk.evaluate.Truth#NOT_LOADED}. Start reading at {@link dev.grapnel.sql.bulk.evaluate.CheckReader}.
 */
package dev.grapnel.sql.bulk.evaluate;
