/**
 * Objects and results of queries that are kept over sessions.
 *
 * <p>Start reading at {@link dev.grapnel.examples.cache.CacheExample}. Run it by {@code examples/run cache}.
 */
@NullMarked
package dev.grapnel.examples.cache;

import org.jspecify.annotations.NullMarked;
