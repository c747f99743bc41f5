/** The floor: what somebody writes by hand, with JDBC and plain objects, who knows the tables and takes care. */
@org.jspecify.annotations.NullMarked
package dev.grapnel.benchmarks.workloads.jdbc;
