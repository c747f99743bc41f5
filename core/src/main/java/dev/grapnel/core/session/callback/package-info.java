/**
 * The callback methods of {@code jakarta.persistence}: {@code @PrePersist} to {@code @PostLoad}, on entity classes, mapped superclasses and the
 * classes that {@code @EntityListeners} names.
 *
 * <p>What enters: a mapper whose properties are built. What leaves: ordinary listeners to public events, in front of those of the application,
 * that call the methods in the order that JPA says. Which event stands for which callback is in
 * {@link dev.grapnel.core.session.callback.LifecycleCallbacks}, where to start reading; a registry of any backend holds one.
 */
package dev.grapnel.core.session.callback;
