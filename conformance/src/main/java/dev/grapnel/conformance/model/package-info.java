/**
 * The fixed models of the format as ordinary annotated entities, a package for each; nothing here knows of scenarios.
 *
 * <p>Fields are named as the format names attributes. A foreign key is mapped twice, as an attribute and as the column of a relationship.
 */
@NullMarked
package dev.grapnel.conformance.model;

import org.jspecify.annotations.NullMarked;
