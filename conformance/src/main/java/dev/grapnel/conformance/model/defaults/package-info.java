/** The model {@code defaults}: values that come from the mapping or the database, and a deferred one. */
@NullMarked
package dev.grapnel.conformance.model.defaults;

import org.jspecify.annotations.NullMarked;
