/**
 * Deleted objects stay as rows that are marked as deleted.
 *
 * <p>Start reading at {@link dev.grapnel.examples.softdelete.SoftDeleteExample}. Run it by {@code examples/run softdelete}.
 */
@NullMarked
package dev.grapnel.examples.softdelete;

import org.jspecify.annotations.NullMarked;
