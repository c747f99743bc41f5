/** Scenario files of the document format as they are written; what the format does not know is refused by name. */
@NullMarked
package dev.grapnel.conformance.odm.format;

import org.jspecify.annotations.NullMarked;
