/**
 * Several tenants in the same tables.
 *
 * <p>Start reading at {@link dev.grapnel.examples.tenancy.TenancyExample}. Run it by {@code examples/run tenancy}.
 */
@NullMarked
package dev.grapnel.examples.tenancy;

import org.jspecify.annotations.NullMarked;
