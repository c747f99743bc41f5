package dev.grapnel.benchmarks.eclipselink;

import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import dev.grapnel.benchmarks.workloads.contract.Contestant;
import dev.grapnel.benchmarks.workloads.contract.Database;
import dev.grapnel.benchmarks.workloads.contract.Trial;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.persistence.config.BatchWriting;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.jpa.PersistenceProvider;

/**
 * EclipseLink, with the settings that its guides recommend for much data.
 *
 * <ul>
 *   <li>Entities are woven at build time, for lazy references, for tracking of changes at the attribute and for fetching.
 *   <li>JDBC batches of up to 1,000.
 *   <li>Sequences are allocated by 50.
 *   <li>No shared cache, as nobody has one here; the persistence context is the only one.
 *   <li>Graphs are loaded by a query for each level of collections, with {@code join fetch}.
 *   <li>Callbacks are those of Jakarta Persistence, in the entity.
 *   <li>Reading many rows goes by a cursor, and the context is cleared after each thousand.
 * </ul>
 */
public final class EclipseLinkContestant implements Contestant {
    private static final String BATCH = "1000";

    /** Made by the service loader. */
    public EclipseLinkContestant() {}

    @Override
    public String name() {
        return "eclipselink";
    }

    @Override
    public Trial open(Database database, AuditMode audit) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(PersistenceUnitProperties.NON_JTA_DATASOURCE, database.dataSource());
        // One for each mode and database of the same unit: a program has both in one JVM where it tests them.
        settings.put(PersistenceUnitProperties.SESSION_NAME, "workloads " + database.kind() + " " + audit);
        settings.put(PersistenceUnitProperties.WEAVING, "static");
        settings.put(PersistenceUnitProperties.BATCH_WRITING, BatchWriting.JDBC);
        settings.put(PersistenceUnitProperties.BATCH_WRITING_SIZE, BATCH);
        settings.put(PersistenceUnitProperties.CACHE_SHARED_DEFAULT, "false");
        settings.put(PersistenceUnitProperties.LOGGING_LEVEL, "WARNING");
        return new EclipseLinkTrial(new PersistenceProvider().createEntityManagerFactory("workloads", settings), audit);
    }
}
