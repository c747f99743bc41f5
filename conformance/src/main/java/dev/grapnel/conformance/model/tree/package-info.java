/** The model {@code tree}: a tree of nodes. */
@NullMarked
package dev.grapnel.conformance.model.tree;

import org.jspecify.annotations.NullMarked;
