/**
 * Methods of an entity that run when its objects are written or flushed.
 *
 * <p>Start reading at {@link dev.grapnel.examples.hooks.HooksExample}. Run it by {@code examples/run hooks}.
 */
@NullMarked
package dev.grapnel.examples.hooks;

import org.jspecify.annotations.NullMarked;
