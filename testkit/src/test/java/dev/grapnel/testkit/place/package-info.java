/** Collections of objects whose places are kept: positions in lists, and keys in maps. */
@NullUnmarked
package dev.grapnel.testkit.place;

import org.jspecify.annotations.NullUnmarked;
