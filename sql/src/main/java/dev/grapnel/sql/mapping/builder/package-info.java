/**
 * Maps classes in a program instead of by annotations: for classes whose source one may not touch, and for what annotations cannot say.
 *
 * <p>What enters: a class and a function that says how it is mapped, told to an {@link dev.grapnel.sql.mapping.builder.EntityBuilder}. What
 * leaves: an {@link dev.grapnel.sql.mapping.builder.EntityMapping} for a registry, which reads it with the same readers as annotations, so that
 * both are checked alike and give the same mappers. Start reading at {@link dev.grapnel.sql.mapping.builder.EntityMapping}.
 */
package dev.grapnel.sql.mapping.builder;
