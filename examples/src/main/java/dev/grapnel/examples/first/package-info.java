/**
 * The program of the README: one class, two listeners, one unit of work.
 *
 * <p>Start reading at {@link dev.grapnel.examples.first.FirstSteps}. Run it by {@code examples/run first}.
 */
@NullMarked
package dev.grapnel.examples.first;

import org.jspecify.annotations.NullMarked;
