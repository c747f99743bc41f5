/** Classes that say how they are stored. */
@NullMarked
package dev.grapnel.mongo.annotated;

import org.jspecify.annotations.NullMarked;
