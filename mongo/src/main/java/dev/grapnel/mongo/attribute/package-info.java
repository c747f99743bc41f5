/**
 * Typed names of the attributes of document classes.
 *
 * <p>What enters: constants that the annotation processor writes ({@code Contact_.name}). What leaves: targets for attribute events, names of stored
 * fields and conditions of the driver. Start reading at {@link dev.grapnel.mongo.attribute.DocumentAttribute}.
 */
@NullMarked
package dev.grapnel.mongo.attribute;

import org.jspecify.annotations.NullMarked;
