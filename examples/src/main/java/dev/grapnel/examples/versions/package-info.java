/**
 * A row of history for each change, and what was at a point in time.
 *
 * <p>Start reading at {@link dev.grapnel.examples.versions.VersionsExample}. Run it by {@code examples/run versions}.
 */
@NullMarked
package dev.grapnel.examples.versions;

import org.jspecify.annotations.NullMarked;
