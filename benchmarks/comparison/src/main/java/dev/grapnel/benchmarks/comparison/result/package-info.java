/** What was measured, kept as JSON, and its medians and ratios. */
@org.jspecify.annotations.NullMarked
package dev.grapnel.benchmarks.comparison.result;
