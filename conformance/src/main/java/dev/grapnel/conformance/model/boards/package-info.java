/** The model {@code boards}: boards with a set, a map and a list without a reverse side. */
@NullMarked
package dev.grapnel.conformance.model.boards;

import org.jspecify.annotations.NullMarked;
