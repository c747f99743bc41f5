/**
 * Puts numbered things into an order by what depends on what: no objects, and no search in tables, since a flush may have as many actions as objects.
 *
 * <p>What enters: edges between numbers. What leaves: what lies on a circle, and the others in layers. Start reading at
 * {@link dev.grapnel.core.flush.order.LayeredSort}.
 */
package dev.grapnel.core.flush.order;
