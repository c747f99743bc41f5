/** Reads scenario files and the description of the models. Enters JSON, leaves records; begin with {@link Scenario}. */
@NullMarked
package dev.grapnel.conformance.format;

import org.jspecify.annotations.NullMarked;
