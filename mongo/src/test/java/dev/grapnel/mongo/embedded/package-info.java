/** Objects within documents. */
@NullMarked
package dev.grapnel.mongo.embedded;

import org.jspecify.annotations.NullMarked;
