/**
 * Objects over three databases, in one session.
 *
 * <p>Start reading at {@link dev.grapnel.examples.sharding.ShardingExample}. Run it by {@code examples/run sharding}.
 */
@NullMarked
package dev.grapnel.examples.sharding;

import org.jspecify.annotations.NullMarked;
