package dev.grapnel.benchmarks.hibernate;

import dev.grapnel.benchmarks.jpa.JpaTrial;
import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import dev.grapnel.benchmarks.workloads.contract.Contestant;
import dev.grapnel.benchmarks.workloads.contract.Database;
import dev.grapnel.benchmarks.workloads.contract.Trial;
import org.hibernate.cfg.BatchSettings;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.jpa.HibernatePersistenceConfiguration;

/**
 * Hibernate ORM, with the settings that its guides and its users recommend for much data.
 *
 * <ul>
 *   <li>Entities are enhanced at build time, for lazy references and for tracking of changes.
 *   <li>JDBC batches of 50, inserts and updates ordered by table so that batches fill.
 *   <li>Sequences with the pooled optimizer, 50 keys for each call.
 *   <li>The pool hands out connections without auto-commit, and Hibernate is told so, which saves it asking.
 *   <li>Graphs are loaded by two queries with {@code join fetch}, one for each level of collections: bags cannot be fetched by one, one with sets would
 *       repeat each customer twelve times, and {@code SUBSELECT} asks more of the database.
 *   <li>Callbacks are those of Jakarta Persistence, in the entity.
 *   <li>Reading many rows clears the session after each thousand.
 * </ul>
 *
 * <p>A {@code StatelessSession} is no unit of work, and read-only queries load nothing that can be changed: neither is used.
 */
public final class HibernateContestant implements Contestant {
    static {
        // To the log of the harness, before Hibernate chooses one for itself.
        System.setProperty("org.jboss.logging.provider", "slf4j");
    }

    private static final int BATCH = 50;

    /** Made by the service loader. */
    public HibernateContestant() {}

    @Override
    public String name() {
        return "hibernate";
    }

    @Override
    public Trial open(Database database, AuditMode audit) {
        HibernatePersistenceConfiguration configuration = new HibernatePersistenceConfiguration("workloads");
        JpaTrial.ENTITIES.forEach(configuration::managedClass);
        configuration.property(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, database.dataSource());
        configuration.property(JdbcSettings.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT, true);
        configuration.property(BatchSettings.STATEMENT_BATCH_SIZE, BATCH);
        configuration.property(BatchSettings.ORDER_INSERTS, true);
        configuration.property(BatchSettings.ORDER_UPDATES, true);
        configuration.property(MappingSettings.PREFERRED_POOLED_OPTIMIZER, "pooled-lo");
        return new HibernateTrial(configuration.createEntityManagerFactory(), audit);
    }
}
