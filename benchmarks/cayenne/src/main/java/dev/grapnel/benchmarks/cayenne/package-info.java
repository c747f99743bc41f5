/** Apache Cayenne as a contestant. */
@org.jspecify.annotations.NullMarked
package dev.grapnel.benchmarks.cayenne;
