/** References to other columns than those of the primary key, and references that are the key. */
@NullUnmarked
package dev.grapnel.testkit.reference;

import org.jspecify.annotations.NullUnmarked;
