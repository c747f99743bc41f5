/** Makes the classes of a scenario while it is read, and maps them. */
@NullMarked
package dev.grapnel.conformance.odm.model;

import org.jspecify.annotations.NullMarked;
