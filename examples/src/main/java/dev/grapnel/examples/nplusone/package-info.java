/**
 * A guard against loads one by one, as a test would use it.
 *
 * <p>Start reading at {@link dev.grapnel.examples.nplusone.LazyLoadGuardExample}. Run it by {@code examples/run nplusone}.
 */
@NullMarked
package dev.grapnel.examples.nplusone;

import org.jspecify.annotations.NullMarked;
