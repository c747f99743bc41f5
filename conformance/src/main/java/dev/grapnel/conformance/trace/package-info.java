/**
 * Tells what happens in the words of the format: labels for objects, values as JSON, an entry for each event. Enters the library's event
 * objects, leaves the trace; begin with {@link dev.grapnel.conformance.trace.Telling}.
 */
@NullMarked
package dev.grapnel.conformance.trace;

import org.jspecify.annotations.NullMarked;
