package dev.grapnel.core.instrument;

import org.jspecify.annotations.Nullable;

/**
 * What a loader answers if the value is given to the reader and not kept: the next read asks the loader again.
 *
 * @param value for the reader
 */
public record Unkept(@Nullable Object value) {}
