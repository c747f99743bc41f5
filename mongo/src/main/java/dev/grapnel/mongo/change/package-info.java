/**
 * Changes that others make to documents, as events of the classes they are mapped to. Start reading at
 * {@link dev.grapnel.mongo.change.ChangeSource}.
 *
 * <p>Change streams of the server come in; {@code after_insert}, {@code after_update} and {@code after_delete} of the mapper events go out.
 */
@NullMarked
package dev.grapnel.mongo.change;

import org.jspecify.annotations.NullMarked;
