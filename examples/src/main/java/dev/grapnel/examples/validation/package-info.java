/**
 * Rules that hold at the moment of a write: clean, derive, refuse.
 *
 * <p>Start reading at {@link dev.grapnel.examples.validation.ValidationExample}. Run it by {@code examples/run validation}.
 */
@NullMarked
package dev.grapnel.examples.validation;

import org.jspecify.annotations.NullMarked;
