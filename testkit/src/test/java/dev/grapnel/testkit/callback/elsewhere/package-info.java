/** A mapped superclass and a listener in a package of their own: what is private to the package cannot be seen from the entity. */
@NullUnmarked
package dev.grapnel.testkit.callback.elsewhere;

import org.jspecify.annotations.NullUnmarked;
