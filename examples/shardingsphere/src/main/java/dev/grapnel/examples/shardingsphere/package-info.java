/**
 * The unit of work over Apache ShardingSphere-JDBC, which spreads rows over three databases of PostgreSQL.
 *
 * <p>Start reading at {@link dev.grapnel.examples.shardingsphere.ShardingSphereExample}. Run it by {@code examples/run shardingsphere}.
 */
@NullMarked
package dev.grapnel.examples.shardingsphere;

import org.jspecify.annotations.NullMarked;
