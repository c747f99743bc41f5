/** The callback methods of JPA, over a real database. */
@NullUnmarked
package dev.grapnel.testkit.callback;

import org.jspecify.annotations.NullUnmarked;
