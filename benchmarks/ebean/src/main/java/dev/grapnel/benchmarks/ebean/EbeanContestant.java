package dev.grapnel.benchmarks.ebean;

import dev.grapnel.benchmarks.entities.Audited;
import dev.grapnel.benchmarks.entities.AuditedProduct;
import dev.grapnel.benchmarks.entities.Customer;
import dev.grapnel.benchmarks.entities.HookedProduct;
import dev.grapnel.benchmarks.entities.Node;
import dev.grapnel.benchmarks.entities.Product;
import dev.grapnel.benchmarks.entities.Purchase;
import dev.grapnel.benchmarks.entities.PurchaseLine;
import dev.grapnel.benchmarks.entities.Reading;
import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import dev.grapnel.benchmarks.workloads.contract.Contestant;
import dev.grapnel.benchmarks.workloads.contract.Database;
import dev.grapnel.benchmarks.workloads.contract.Trial;
import io.ebean.DatabaseFactory;
import io.ebean.annotation.PersistBatch;
import io.ebean.config.DatabaseConfig;
import java.util.List;

/**
 * Ebean, with the settings that its guides recommend for much data.
 *
 * <ul>
 *   <li>Entities are enhanced at build time.
 *   <li>Inserts, updates and deletes go in JDBC batches of 100, those of cascades too.
 *   <li>Sequences are allocated by 50.
 *   <li>No cache over transactions.
 *   <li>Graphs are loaded with a query for each level.
 *   <li>Callbacks are those of Jakarta Persistence, in the entity.
 *   <li>Reading many rows goes by {@code findEach}.
 * </ul>
 *
 * <p>There is no flush: the program says what to save. Where few of many objects change it saves those; where nothing changes it saves all, of which
 * Ebean leaves out what has not changed.
 */
public final class EbeanContestant implements Contestant {
    private static final List<Class<?>> ENTITIES = List.of(
            Audited.class,
            Product.class,
            AuditedProduct.class,
            HookedProduct.class,
            Customer.class,
            Purchase.class,
            PurchaseLine.class,
            Node.class,
            Reading.class);

    private static final int BATCH = 100;

    /** Made by the service loader. */
    public EbeanContestant() {}

    @Override
    public String name() {
        return "ebean";
    }

    @Override
    public Trial open(Database database, AuditMode audit) {
        DatabaseConfig config = new DatabaseConfig();
        config.setName("workloads-" + audit);
        config.setDefaultServer(false);
        config.setRegister(false);
        config.setDataSource(database.dataSource());
        ENTITIES.forEach(config::addClass);
        config.setPersistBatch(PersistBatch.ALL);
        config.setPersistBatchOnCascade(PersistBatch.ALL);
        config.setPersistBatchSize(BATCH);
        return new EbeanTrial(DatabaseFactory.create(config), audit);
    }
}
