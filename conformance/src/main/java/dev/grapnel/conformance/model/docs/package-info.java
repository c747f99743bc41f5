/** The model {@code docs}: classes over a superclass that is not mapped. */
@NullMarked
package dev.grapnel.conformance.model.docs;

import org.jspecify.annotations.NullMarked;
