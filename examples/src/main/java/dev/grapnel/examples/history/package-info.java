/**
 * Former values, kept at the moment in which they are replaced.
 *
 * <p>Start reading at {@link dev.grapnel.examples.history.HistoryExample}. Run it by {@code examples/run history}.
 */
@NullMarked
package dev.grapnel.examples.history;

import org.jspecify.annotations.NullMarked;
