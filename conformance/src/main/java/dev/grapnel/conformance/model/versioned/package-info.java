/** The model {@code versioned}: documents with a version counter. */
@NullMarked
package dev.grapnel.conformance.model.versioned;

import org.jspecify.annotations.NullMarked;
