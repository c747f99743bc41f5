/**
 * What contestants work on: the tables, the rows in them before a job, and the check of what is in them afterwards. All of it goes by plain JDBC and is
 * never measured.
 */
@org.jspecify.annotations.NullMarked
package dev.grapnel.benchmarks.workloads.ground;
