/** Collections of objects whose places are kept: positions in lists. */
@NullUnmarked
package dev.grapnel.testkit.place;

import org.jspecify.annotations.NullUnmarked;
