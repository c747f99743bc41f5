/** Measures loading objects, one by one, in bulk and as graphs, against JDBC written by hand over the same rows. */
@org.jspecify.annotations.NullMarked
package dev.grapnel.benchmarks.loading;
