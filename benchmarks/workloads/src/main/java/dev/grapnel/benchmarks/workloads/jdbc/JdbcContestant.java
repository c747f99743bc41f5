package dev.grapnel.benchmarks.workloads.jdbc;

import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import dev.grapnel.benchmarks.workloads.contract.Contestant;
import dev.grapnel.benchmarks.workloads.contract.Database;
import dev.grapnel.benchmarks.workloads.contract.Trial;

/** JDBC by hand. */
public final class JdbcContestant implements Contestant {
    /** Made by the service loader. */
    public JdbcContestant() {}

    @Override
    public String name() {
        return "jdbc";
    }

    @Override
    public Trial open(Database database, AuditMode audit) {
        return new JdbcTrial(database, audit);
    }
}
