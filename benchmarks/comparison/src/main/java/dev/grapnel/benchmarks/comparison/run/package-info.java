/** Starts databases and the JVMs of contestants, in turns, and collects what they print. */
@org.jspecify.annotations.NullMarked
package dev.grapnel.benchmarks.comparison.run;
