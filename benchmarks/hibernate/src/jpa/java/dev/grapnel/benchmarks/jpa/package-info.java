/** The workloads as they are written with Jakarta Persistence; what differs between providers is in their own classes. */
@org.jspecify.annotations.NullMarked
package dev.grapnel.benchmarks.jpa;
