/**
 * Writes the typed names of attributes while entity classes are compiled: {@code Contact_} with {@code Contact_.name} for {@code Contact}.
 *
 * <p>What enters: classes with {@code @Entity} or {@code @Embeddable}, as the compiler shows them. What leaves: one source file for each, made of nothing but that
 * class and its superclasses, so that incremental builds compile only what changed. Start reading at
 * {@link dev.grapnel.metamodel.MetamodelProcessor}.
 *
 * <p>Knows the classes of the library by name only; what is written needs them when it is compiled.
 */
package dev.grapnel.metamodel;
