/** The classes of the demo and the collections that they are mapped onto. */
@NullMarked
package dev.grapnel.examples.documents.model;

import org.jspecify.annotations.NullMarked;
