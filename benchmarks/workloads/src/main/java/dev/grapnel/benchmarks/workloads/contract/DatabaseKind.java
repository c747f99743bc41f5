package dev.grapnel.benchmarks.workloads.contract;

/** The kinds of database that workloads run on. */
public enum DatabaseKind {
    /** H2 in the memory of the contestant's own JVM. */
    H2,
    /** PostgreSQL, a server on the same machine. */
    POSTGRESQL,
    /** A document server. */
    MONGODB
}
