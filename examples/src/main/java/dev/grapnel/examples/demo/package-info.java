/**
 * The main job of Grapnel on real data: the world as the JDK knows it is loaded, queried, changed, rolled back and checked.
 *
 * <p>Start reading at {@link dev.grapnel.examples.demo.WorldDemo}, then {@code model}, then {@code listeners}. Run it by {@code ./demo}.
 */
@NullMarked
package dev.grapnel.examples.demo;

import org.jspecify.annotations.NullMarked;
