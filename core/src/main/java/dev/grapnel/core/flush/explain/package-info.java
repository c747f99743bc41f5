/**
 * What the next flush would do, as a value: planned as a flush is planned, but with a view of the objects that stays in memory, and with steps
 * that foretell rows instead of writing them.
 *
 * <p>What enters: the sets of a session. What leaves: a {@link dev.grapnel.core.flush.explain.FlushExplanation}. Start reading at
 * {@link dev.grapnel.core.flush.explain.FlushForecast}.
 */
package dev.grapnel.core.flush.explain;
