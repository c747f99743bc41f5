/** The workloads over documents, done with Grapnel in the way that its guide describes. */
@org.jspecify.annotations.NullMarked
package dev.grapnel.benchmarks.grapnel.documents;
