/** The model {@code library}: relationships that are loaded eagerly, or not at all. */
@NullMarked
package dev.grapnel.conformance.model.library;

import org.jspecify.annotations.NullMarked;
