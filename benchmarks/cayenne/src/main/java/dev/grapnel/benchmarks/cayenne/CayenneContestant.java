package dev.grapnel.benchmarks.cayenne;

import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import dev.grapnel.benchmarks.workloads.contract.Contestant;
import dev.grapnel.benchmarks.workloads.contract.Database;
import dev.grapnel.benchmarks.workloads.contract.Trial;
import org.apache.cayenne.configuration.Constants;
import org.apache.cayenne.configuration.server.ServerModule;
import org.apache.cayenne.configuration.server.ServerRuntime;
import org.apache.cayenne.dba.JdbcAdapter;

/**
 * Apache Cayenne, as its guides set it up.
 *
 * <ul>
 *   <li>Classes are as its generator writes them, with a field for each attribute.
 *   <li>JDBC batches, which Cayenne does by itself on PostgreSQL, are on for H2 too; they have no size to set.
 *   <li>Sequences are allocated by 50.
 *   <li>Neither rows nor changes are shared between contexts.
 *   <li>Graphs are loaded with a query for each level, by disjoint prefetches.
 *   <li>Hooks are a listener.
 *   <li>Reading many rows goes by batches of an iterator.
 * </ul>
 */
public final class CayenneContestant implements Contestant {
    /** Made by the service loader. */
    public CayenneContestant() {}

    @Override
    public String name() {
        return "cayenne";
    }

    @Override
    public Trial open(Database database, AuditMode audit) {
        ServerRuntime runtime = ServerRuntime.builder("workloads")
                .addConfig("cayenne-workloads.xml")
                .dataSource(database.dataSource())
                .addModule(binder ->
                        ServerModule.contributeProperties(binder).put(Constants.SERVER_CONTEXTS_SYNC_PROPERTY, "false"))
                .build();
        ((JdbcAdapter) runtime.getDataDomain().getDefaultNode().getAdapter().unwrap()).setSupportsBatchUpdates(true);
        Auditor auditor = new Auditor();
        if (audit == AuditMode.BY_HOOKS) {
            runtime.getDataDomain().addListener(auditor);
        }
        return new CayenneTrial(runtime, audit, auditor);
    }
}
