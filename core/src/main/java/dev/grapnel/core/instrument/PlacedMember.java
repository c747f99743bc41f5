package dev.grapnel.core.instrument;

import org.jspecify.annotations.Nullable;

/**
 * A member of a collection as the store brings it.
 *
 * @param member the object
 * @param place where it stands: its position in a list; null if the store has none for it
 */
public record PlacedMember(Object member, @Nullable Object place) {}
