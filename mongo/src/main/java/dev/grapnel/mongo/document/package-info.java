/**
 * Lists and sub-documents that tell the object they belong to before they change, at any depth.
 *
 * <p>Start reading at {@link dev.grapnel.mongo.document.Nested}.
 */
@NullMarked
package dev.grapnel.mongo.document;

import org.jspecify.annotations.NullMarked;
