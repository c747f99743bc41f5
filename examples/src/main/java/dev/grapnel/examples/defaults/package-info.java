/**
 * Values of an insert that can be read before it.
 *
 * <p>Start reading at {@link dev.grapnel.examples.defaults.DefaultsExample}. Run it by {@code examples/run defaults}.
 */
@NullMarked
package dev.grapnel.examples.defaults;

import org.jspecify.annotations.NullMarked;
