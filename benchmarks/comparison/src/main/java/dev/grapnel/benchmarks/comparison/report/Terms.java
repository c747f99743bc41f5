package dev.grapnel.benchmarks.comparison.report;

import dev.grapnel.benchmarks.workloads.contract.DatabaseKind;

/**
 * How a table calls what differs between kinds of database.
 *
 * @param floor what others are compared with
 * @param statements what is counted
 */
record Terms(String floor, String statements) {
    private static final Terms RELATIONAL =
            new Terms("JDBC by hand", "Statements executed by one run (a batch is one) / sets of parameters");
    private static final Terms DOCUMENTS = new Terms(
            "the bare driver with mapping by hand", "Commands sent by one run / documents or changes in them, or 1");

    static Terms of(String database) {
        return database.equals(DatabaseKind.MONGODB.name()) ? DOCUMENTS : RELATIONAL;
    }
}
