/**
 * Values of an insert that can be read before it.
 *
 * <p>A default ({@code @InsertDefault}) is computed when an object is inserted; until then the attribute reads as null, and two computations could
 * differ. A listener to {@code init_scalar}, which fires when a value that was never set is read, computes it then, and stores it without an
 * event; the insert writes what is stored.
 *
 * <p>Enters: a registry, or an attribute and a function. Leaves: a subscription.
 */
package dev.grapnel.activedefaults;
