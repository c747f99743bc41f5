/** Writes tables and plots from results. */
@org.jspecify.annotations.NullMarked
package dev.grapnel.benchmarks.comparison.report;
