/** The model {@code tickets}: two relationships to one class. */
@NullMarked
package dev.grapnel.conformance.model.tickets;

import org.jspecify.annotations.NullMarked;
