/** Tells calls, objects and values in the words of the format. */
@NullMarked
package dev.grapnel.conformance.odm.trace;

import org.jspecify.annotations.NullMarked;
