/**
 * What the JDK knows about the world, as lists of plain values: the source that is loaded, and the truth that is checked against.
 *
 * <p>It knows nothing of the model and nothing of Grapnel. Start reading at {@link dev.grapnel.examples.demo.world.JdkWorld}.
 */
@NullMarked
package dev.grapnel.examples.demo.world;

import org.jspecify.annotations.NullMarked;
