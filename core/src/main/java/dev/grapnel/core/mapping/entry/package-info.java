/**
 * Which objects a class enters for work: they are about to be added to a session, or to be marked for delete.
 *
 * <p>The reference has no events at these two moments, and {@code @PrePersist} and {@code @PreRemove} of JPA stand on them. They belong to
 * classes, so that what one class listens to costs the others nothing. Start reading at
 * {@link dev.grapnel.core.mapping.entry.EntryEvents}.
 */
package dev.grapnel.core.mapping.entry;
