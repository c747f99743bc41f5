/**
 * The workloads: what is in the tables before, which method of the contestant is called, and what must be in the tables afterwards. Start with
 * {@link Workload}.
 */
@org.jspecify.annotations.NullMarked
package dev.grapnel.benchmarks.workloads.job;
