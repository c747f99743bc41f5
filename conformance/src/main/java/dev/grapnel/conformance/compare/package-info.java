/**
 * Judges what came of a scenario by what was recorded. Enters JSON of both sides, leaves the first {@link Difference}; begin with
 * {@link Comparison}.
 */
@NullMarked
package dev.grapnel.conformance.compare;

import org.jspecify.annotations.NullMarked;
