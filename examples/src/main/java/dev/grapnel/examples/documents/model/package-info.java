/** The classes of the demo: plain Java without annotations, mapped by a program. */
@NullMarked
package dev.grapnel.examples.documents.model;

import org.jspecify.annotations.NullMarked;
