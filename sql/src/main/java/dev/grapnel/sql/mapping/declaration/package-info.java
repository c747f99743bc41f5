/**
 * What is written about entity classes, whoever wrote it: annotations or a program. Nothing but records; nothing is checked that needs a
 * second class, and nothing is made of it here.
 *
 * <p>What enters: what {@code sql.mapping.annotation} reads from classes, and what {@code sql.mapping.builder} is told. What leaves: the same
 * words for both, so that {@code sql.mapping} makes the same mappers of them. Start reading at
 * {@link dev.grapnel.sql.mapping.declaration.EntityDeclaration}.
 */
package dev.grapnel.sql.mapping.declaration;
