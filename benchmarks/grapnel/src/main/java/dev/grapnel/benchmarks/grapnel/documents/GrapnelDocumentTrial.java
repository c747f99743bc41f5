package dev.grapnel.benchmarks.grapnel.documents;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.grapnel.benchmarks.grapnel.both.AuditedObject;
import dev.grapnel.benchmarks.grapnel.both.AuditedWork;
import dev.grapnel.benchmarks.grapnel.both.Loaded;
import dev.grapnel.benchmarks.mongodb.ground.DocumentGround;
import dev.grapnel.benchmarks.mongodb.ground.DocumentTrial;
import dev.grapnel.benchmarks.mongodb.ground.Keys;
import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow;
import dev.grapnel.benchmarks.workloads.contract.Database;
import dev.grapnel.benchmarks.workloads.contract.Prepared;
import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.connection.DataStore;
import dev.grapnel.mongo.mapping.DocumentRegistry;
import dev.grapnel.mongo.session.OdmSessionFactory;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Document sessions that write in bulk, over one registry, which is given up in the end: a class belongs to one registry at a time. */
public final class GrapnelDocumentTrial extends DocumentTrial {
    private final DocumentRegistry registry = DocumentRegistry.create();
    private final MongoClient client;
    private final OdmSessionFactory sessions;
    private final AuditedWork<?> audited;

    /**
     * Maps the classes.
     *
     * @param database where to work
     * @param audit who audits
     */
    public GrapnelDocumentTrial(Database database, AuditMode audit) {
        if (audit == AuditMode.BY_HOOKS) {
            registry.map(Audited.mapping(ByHooksProduct.class));
            audited = AuditedWork.byHooks(ByHooksProduct.class, ByHooksProduct::new);
        } else {
            registry.map(Product.class, Customer.class);
            registry.map(Audited.mapping(ByHandProduct.class));
            audited = AuditedWork.byHand(ByHandProduct.class, ByHandProduct::new);
        }
        client = MongoClients.create(database.connections(MongoClientSettings.class));
        sessions = OdmSessionFactory.of(DataStore.of(client, DocumentGround.DATABASE))
                .bulkWrites(true);
    }

    private void inSession(Consumer<OdmSession> work) {
        try (OdmSession session = sessions.open()) {
            work.accept(session);
            session.flush();
        }
    }

    private <T> Prepared loaded(Class<T> type, BiConsumer<OdmSession, List<T>> work) {
        OdmSession session = sessions.open();
        return new Loaded<>(session, session::close, open -> open.find(type).all(), work);
    }

    @Override
    public void insertProducts(List<ProductRow> rows) {
        inSession(session -> rows.forEach(row -> session.save(new Product(row))));
    }

    @Override
    public void insertGraphs(List<CustomerRow> rows) {
        inSession(session -> rows.forEach(row -> session.save(new Customer(row))));
    }

    @Override
    public LongSupplier loadProducts() {
        try (OdmSession session = sessions.open()) {
            List<Product> all = session.find(Product.class).all();
            return () -> all.stream().mapToLong(Product::sum).sum();
        }
    }

    @Override
    public Prepared changeProducts(int every, int stock) {
        return loaded(Product.class, (session, all) -> {
            for (Product product : all) {
                if (product.number() % every == 1) {
                    product.stock = stock;
                }
            }
            session.flush();
        });
    }

    @Override
    public LongSupplier loadGraphs() {
        try (OdmSession session = sessions.open()) {
            List<Customer> all = session.find(Customer.class).all();
            return () -> all.stream().mapToLong(Customer::sum).sum();
        }
    }

    @Override
    public long findProducts(long[] keys) {
        long sum = 0;
        for (long key : keys) {
            try (OdmSession session = sessions.open()) {
                sum += Objects.requireNonNull(session.get(Product.class, Keys.id(key)))
                        .sum();
            }
        }
        return sum;
    }

    @Override
    public Prepared flushUnchanged(int times) {
        return loaded(Product.class, (session, all) -> {
            for (int at = 0; at < times; at++) {
                session.flush();
            }
        });
    }

    @Override
    public Prepared deleteGraphs() {
        return loaded(Customer.class, (session, all) -> {
            all.forEach(session::delete);
            session.flush();
        });
    }

    @Override
    public void insertAudited(List<ProductRow> rows) {
        inSession(session -> audited.insert(rows, session::save));
    }

    @Override
    public Prepared changeAudited(int every, int stock) {
        return change(audited, every, stock);
    }

    private <T extends AuditedObject> Prepared change(AuditedWork<T> work, int every, int stock) {
        return loaded(work.type(), (session, all) -> {
            work.change(all, every, stock);
            session.flush();
        });
    }

    @Override
    public long hooksCalled() {
        return audited.hooksCalled();
    }

    @Override
    public void close() {
        registry.dispose();
        client.close();
    }
}
