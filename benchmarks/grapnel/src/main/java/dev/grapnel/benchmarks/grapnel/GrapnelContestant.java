package dev.grapnel.benchmarks.grapnel;

import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import dev.grapnel.benchmarks.workloads.contract.Contestant;
import dev.grapnel.benchmarks.workloads.contract.Database;
import dev.grapnel.benchmarks.workloads.contract.Trial;

/** Grapnel: classes enhanced in the build, settings as they come. */
public final class GrapnelContestant implements Contestant {
    /** Made by the service loader. */
    public GrapnelContestant() {}

    @Override
    public String name() {
        return "grapnel";
    }

    @Override
    public Trial open(Database database, AuditMode audit) {
        return new GrapnelTrial(database, audit);
    }
}
