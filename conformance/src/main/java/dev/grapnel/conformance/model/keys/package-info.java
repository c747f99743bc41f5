/** The model {@code keys}: natural and composite keys. */
@NullMarked
package dev.grapnel.conformance.model.keys;

import org.jspecify.annotations.NullMarked;
