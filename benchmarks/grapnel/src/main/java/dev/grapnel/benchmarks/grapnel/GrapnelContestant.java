package dev.grapnel.benchmarks.grapnel;

import dev.grapnel.benchmarks.grapnel.documents.GrapnelDocumentTrial;
import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import dev.grapnel.benchmarks.workloads.contract.Contestant;
import dev.grapnel.benchmarks.workloads.contract.Database;
import dev.grapnel.benchmarks.workloads.contract.DatabaseKind;
import dev.grapnel.benchmarks.workloads.contract.Trial;
import java.util.EnumSet;
import java.util.Set;

/** Grapnel: classes enhanced in the build, settings as they come; documents are written in bulk. */
public final class GrapnelContestant implements Contestant {
    /** Made by the service loader. */
    public GrapnelContestant() {}

    @Override
    public String name() {
        return "grapnel";
    }

    @Override
    public Set<DatabaseKind> kinds() {
        return EnumSet.allOf(DatabaseKind.class);
    }

    @Override
    public Trial open(Database database, AuditMode audit) {
        return database.kind() == DatabaseKind.MONGODB
                ? new GrapnelDocumentTrial(database, audit)
                : new GrapnelTrial(database, audit);
    }
}
