/** Where the library means to differ from the reference: by name, by rule where a rule can say it, else by our own record. */
@NullMarked
package dev.grapnel.conformance.odm.deviation;

import org.jspecify.annotations.NullMarked;
