/**
 * The main job over documents: the world as the JDK knows it is loaded into an embedded document server, queried, changed, refused and
 * checked.
 *
 * <p>Start reading at {@link dev.grapnel.examples.documents.DocumentDemo}, then {@code model}, then {@code hooks}. Run it by
 * {@code ./demo --mongo}.
 */
@NullMarked
package dev.grapnel.examples.documents;

import org.jspecify.annotations.NullMarked;
