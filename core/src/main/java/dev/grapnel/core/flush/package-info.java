/**
 * The unit of work: collect → plan → execute → finish.
 *
 * <p>What enters: the sets of a session ({@link dev.grapnel.core.flush.WorkSet}). What leaves: rows written through the port, and what
 * became of each object ({@link dev.grapnel.core.flush.FlushResult}). Only the session moves objects between their states. Start reading at
 * {@code Flush}.
 */
package dev.grapnel.core.flush;
