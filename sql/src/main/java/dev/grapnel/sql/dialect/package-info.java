/**
 * What differs between databases beyond what jOOQ knows: how generated keys come back, how many parameters fit, and what an error means.
 *
 * <p>Enters: jOOQ's name of the dialect, and the exceptions of the drivers. Leaves: {@link dev.grapnel.sql.dialect.Dialect facts} and
 * Grapnel's exceptions. Start reading at {@link dev.grapnel.sql.dialect.Dialect}.
 */
package dev.grapnel.sql.dialect;
