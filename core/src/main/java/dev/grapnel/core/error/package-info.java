/**
 * What can go wrong, grouped by what the caller can do about it: one root, {@link dev.grapnel.core.error.GrapnelException}, and a leaf for
 * each kind.
 */
package dev.grapnel.core.error;
