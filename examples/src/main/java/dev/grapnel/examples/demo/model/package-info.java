/**
 * The world as plain annotated classes: countries, their currencies and languages, time zones with every change of their clocks, and the
 * letters of the world's scripts.
 *
 * <p>Nothing here knows of Grapnel: the classes carry annotations of {@code jakarta.persistence}, and are enhanced after compilation. A
 * constructor without arguments is not needed. Start reading at {@link dev.grapnel.examples.demo.model.Country}.
 */
@NullMarked
package dev.grapnel.examples.demo.model;

import org.jspecify.annotations.NullMarked;
