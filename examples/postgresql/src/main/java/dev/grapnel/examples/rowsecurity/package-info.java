/**
 * Tenants kept apart by the database itself.
 *
 * <p>Start reading at {@link dev.grapnel.examples.rowsecurity.RowSecurityExample}. Run it by {@code examples/run rowsecurity}.
 */
@NullMarked
package dev.grapnel.examples.rowsecurity;

import org.jspecify.annotations.NullMarked;
