/** The callback methods of JPA, and the events that they stand on, for documents. */
@NullUnmarked
package dev.grapnel.mongo.callback;

import org.jspecify.annotations.NullUnmarked;
