package dev.grapnel.core.state;

import org.jspecify.annotations.Nullable;

/**
 * Kept as the former value of an attribute that the next flush gets by an expression of the store; goes with it.
 *
 * @param expression as the store knows it
 * @param former the value that the attribute had before its first change, or a {@link Marker}
 */
record StoreExpression(Object expression, @Nullable Object former) {}
