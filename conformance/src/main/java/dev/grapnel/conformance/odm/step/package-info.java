/** Runs the steps of a scenario, and those of its rules. */
@NullMarked
package dev.grapnel.conformance.odm.step;

import org.jspecify.annotations.NullMarked;
