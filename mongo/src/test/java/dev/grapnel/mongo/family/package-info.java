/** Classes that refer to one another. */
@NullMarked
package dev.grapnel.mongo.family;

import org.jspecify.annotations.NullMarked;
