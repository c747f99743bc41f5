/**
 * Carries out a plan: fires the events around each object and has the rows written through the port. Start reading at
 * {@link dev.grapnel.core.flush.execute.PlanExecutor}.
 */
package dev.grapnel.core.flush.execute;
