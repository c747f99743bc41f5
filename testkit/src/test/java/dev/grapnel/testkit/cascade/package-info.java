/** Programs that are right under JPA and rely on its cascades, over a real database. */
@NullUnmarked
package dev.grapnel.testkit.cascade;

import org.jspecify.annotations.NullUnmarked;
