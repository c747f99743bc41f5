/** The command that compares contestants. Start with {@link Compare}. */
@org.jspecify.annotations.NullMarked
package dev.grapnel.benchmarks.comparison;
