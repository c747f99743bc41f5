/**
 * Loads objects: by key, expired and deferred attributes, relationships on first read.
 *
 * <p>What enters: a state or key, and the session as {@link dev.grapnel.sql.load.LoadingSession}. What leaves: objects, through the algorithm
 * of core's load room. A {@link dev.grapnel.sql.load.SelectShape} says which columns of which tables a statement reads, a
 * {@link dev.grapnel.sql.load.TablePlan} how a row becomes an object; both are made once for a mapper and kept. Start reading at
 * {@code KeyLoader}.
 */
package dev.grapnel.sql.load;
