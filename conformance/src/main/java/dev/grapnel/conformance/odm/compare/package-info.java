/** Compares an outcome with the recorded one. */
@NullMarked
package dev.grapnel.conformance.odm.compare;

import org.jspecify.annotations.NullMarked;
