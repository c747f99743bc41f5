/**
 * Rules that stand in the class: methods that validate, and constraints of Jakarta Bean Validation.
 *
 * <p>Start reading at {@link dev.grapnel.examples.constraints.ConstraintsExample}. Run it by {@code examples/run constraints}.
 */
@NullMarked
package dev.grapnel.examples.constraints;

import org.jspecify.annotations.NullMarked;
