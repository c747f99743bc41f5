/**
 * Runs a scenario against the library: its steps, its listeners and what they do. Enters a scenario, leaves its outcome as JSON; begin with
 * {@link dev.grapnel.conformance.step.ScenarioRun}.
 */
@NullMarked
package dev.grapnel.conformance.step;

import org.jspecify.annotations.NullMarked;
