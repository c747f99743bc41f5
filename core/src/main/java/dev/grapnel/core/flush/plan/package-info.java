/**
 * Decides what a flush does, and in which order, before anything is written: which further objects are drawn in, which actions there are,
 * what depends on what, and the order that follows. Start reading at {@link dev.grapnel.core.flush.plan.WorkGraph}.
 */
package dev.grapnel.core.flush.plan;
