/** Morphia. */
@org.jspecify.annotations.NullMarked
package dev.grapnel.benchmarks.morphia;
