/**
 * The conformance runner: reads scenario files, runs each scenario against the library, and compares what happened with what was recorded.
 *
 * <p>Begin with {@link dev.grapnel.conformance.ConformanceRun}. A scenario is read in {@code format}, run in {@code step} on a database of
 * {@code database} with the entities of {@code model}, told in {@code trace}, and judged in {@code compare}.
 */
@NullMarked
package dev.grapnel.conformance;

import org.jspecify.annotations.NullMarked;
