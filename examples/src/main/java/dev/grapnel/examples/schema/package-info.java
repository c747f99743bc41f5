/**
 * Tables that migration tools make, and a guard at the start of the program.
 *
 * <p>Start reading at {@link dev.grapnel.examples.schema.SchemaExample}. Run it by {@code examples/run schema}.
 */
@NullMarked
package dev.grapnel.examples.schema;

import org.jspecify.annotations.NullMarked;
