/** The model {@code staff}: a hierarchy with a table for each class. */
@NullMarked
package dev.grapnel.conformance.model.staff;

import org.jspecify.annotations.NullMarked;
