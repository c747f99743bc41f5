/**
 * Hooks as methods of a class: of mapped classes, of sessions and of attributes; a chain that one of its members stops; rows that are changed
 * on their way to objects.
 *
 * <p>Start reading at {@link dev.grapnel.examples.extensions.ExtensionsExample}. Run it by {@code examples/run extensions}.
 */
@NullMarked
package dev.grapnel.examples.extensions;

import org.jspecify.annotations.NullMarked;
