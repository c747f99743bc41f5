/**
 * Hooks on the objects themselves: methods of an entity class that run when its rows are written, and around the flush.
 *
 * <p>Adapters over public events. A method is found by its annotation, by an interface of {@code dev.grapnel.hooks.typed}, or by its name, and
 * bound once. What enters: registries and sessions, given to {@link dev.grapnel.hooks.InstanceHooks}, where to start reading.
 */
package dev.grapnel.hooks;
