/**
 * What a contestant does: one method for each workload, and the data that it is given. Start with {@link Contestant}.
 *
 * <p>Whoever wants to compare another library writes one {@link Contestant} and its {@link Trial}; everything else is in the rooms beside this one.
 */
@org.jspecify.annotations.NullMarked
package dev.grapnel.benchmarks.workloads.contract;
