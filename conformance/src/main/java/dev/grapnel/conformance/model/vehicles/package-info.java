/** The model {@code vehicles}: a hierarchy in one table. */
@NullMarked
package dev.grapnel.conformance.model.vehicles;

import org.jspecify.annotations.NullMarked;
