/** The model {@code cascades}: one relationship for each combination of cascades. */
@NullMarked
package dev.grapnel.conformance.model.cascades;

import org.jspecify.annotations.NullMarked;
