/**
 * Reads the annotations of {@code jakarta.persistence} and Grapnel's own into {@link dev.grapnel.sql.mapping.declaration declarations}.
 *
 * <p>What enters: classes. What leaves: one {@link dev.grapnel.sql.mapping.declaration.EntityDeclaration} for each, which says what was written
 * there and nothing else; no other entity class is looked at. An annotation, or a member of one, that is not understood is an error that says
 * what to do instead: {@code AnnotationRules} knows them all. Start reading at
 * {@link dev.grapnel.sql.mapping.annotation.AnnotationReader}.
 */
package dev.grapnel.sql.mapping.annotation;
