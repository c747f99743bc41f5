/**
 * From rows to objects: finds the identity of a row in memory or makes an object, fills it, and fires {@code load} or {@code refresh}.
 *
 * <p>What enters: rows of any store, as an {@link dev.grapnel.core.load.EntityPlan} reads them, and what the session knows
 * ({@link dev.grapnel.core.load.LoadSession}). What leaves: objects in the identity map. Start reading at
 * {@link dev.grapnel.core.load.EntityLoader}.
 */
package dev.grapnel.core.load;
