/**
 * What runs in the JVM of one contestant: it does the workloads again and again, measures, checks, and prints a line for each figure. Start with
 * {@link Measuring}.
 */
@org.jspecify.annotations.NullMarked
package dev.grapnel.benchmarks.workloads.measure;
