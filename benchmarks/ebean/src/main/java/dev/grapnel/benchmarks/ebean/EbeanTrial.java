package dev.grapnel.benchmarks.ebean;

import dev.grapnel.benchmarks.entities.Audited;
import dev.grapnel.benchmarks.entities.AuditedProduct;
import dev.grapnel.benchmarks.entities.Customer;
import dev.grapnel.benchmarks.entities.HookedProduct;
import dev.grapnel.benchmarks.entities.Node;
import dev.grapnel.benchmarks.entities.Product;
import dev.grapnel.benchmarks.entities.Reading;
import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow;
import dev.grapnel.benchmarks.workloads.contract.NodeWork;
import dev.grapnel.benchmarks.workloads.contract.Prepared;
import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import dev.grapnel.benchmarks.workloads.contract.Trial;
import io.ebean.Database;
import io.ebean.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A transaction for each unit of work. */
final class EbeanTrial implements Trial {
    private final Database database;
    private final boolean hooks;
    private final long calledBefore = HookedProduct.called();

    EbeanTrial(Database database, AuditMode audit) {
        this.database = database;
        hooks = audit == AuditMode.BY_HOOKS;
    }

    private <T> T inTransaction(Supplier<T> work) {
        try (Transaction transaction = database.beginTransaction()) {
            T result = work.get();
            transaction.commit();
            return result;
        }
    }

    private <T> void saveAll(List<T> rows, Function<T, ?> make) {
        inTransaction(() -> database.saveAll(rows.stream().map(make).toList()));
    }

    private interface LoadedWork<T> {
        void with(T loaded);
    }

    /** The transaction of what is prepared is that of what is measured. */
    private <T> Prepared prepared(Supplier<T> load, LoadedWork<T> work) {
        Transaction transaction = database.beginTransaction();
        T loaded = load.get();
        return new Prepared() {
            @Override
            public void run() {
                work.with(loaded);
                transaction.commit();
            }

            @Override
            public void close() {
                transaction.end();
            }
        };
    }

    private <T> List<T> all(Class<T> type) {
        return database.find(type).findList();
    }

    @Override
    public void insertProducts(List<ProductRow> rows) {
        saveAll(rows, Product::new);
    }

    @Override
    public void insertGraphs(List<CustomerRow> rows) {
        saveAll(rows, Customer::new);
    }

    @Override
    public LongSupplier loadProducts() {
        List<Product> all = inTransaction(() -> all(Product.class));
        return () -> all.stream().mapToLong(Product::sum).sum();
    }

    @Override
    public Prepared changeProducts(int every, int stock) {
        return prepared(() -> all(Product.class), all -> {
            List<Product> changed = new ArrayList<>();
            for (Product product : all) {
                if (product.getId() % every == 1) {
                    product.setStock(stock);
                    changed.add(product);
                }
            }
            database.saveAll(changed);
        });
    }

    private List<Customer> graphs() {
        return database.find(Customer.class)
                .fetchQuery("purchases")
                .fetchQuery("purchases.lines")
                .findList();
    }

    @Override
    public LongSupplier loadGraphs() {
        List<Customer> all = inTransaction(this::graphs);
        return () -> all.stream().mapToLong(Customer::sum).sum();
    }

    @Override
    public long findProducts(long[] keys) {
        long sum = 0;
        for (long key : keys) {
            sum += inTransaction(() -> Objects.requireNonNull(database.find(Product.class, key)))
                    .sum();
        }
        return sum;
    }

    @Override
    public Prepared flushUnchanged(int times) {
        return prepared(() -> all(Product.class), all -> {
            for (int time = 0; time < times; time++) {
                database.saveAll(all);
            }
        });
    }

    @Override
    public Prepared deleteGraphs() {
        return prepared(this::graphs, database::deleteAll);
    }

    @Override
    public void insertAudited(List<ProductRow> rows) {
        saveAll(rows, hooks ? HookedProduct::new : EbeanTrial::audited);
    }

    private static AuditedProduct audited(ProductRow row) {
        AuditedProduct product = new AuditedProduct(row);
        product.audit();
        return product;
    }

    @Override
    public Prepared changeAudited(int every, int stock) {
        Class<? extends Audited> type = hooks ? HookedProduct.class : AuditedProduct.class;
        return prepared(() -> all(type), all -> {
            List<Audited> changed = new ArrayList<>();
            for (Audited product : all) {
                if (product.getId() % every == 1) {
                    product.setStock(stock);
                    if (!hooks) {
                        product.audit();
                    }
                    changed.add(product);
                }
            }
            database.saveAll(changed);
        });
    }

    @Override
    public long hooksCalled() {
        return HookedProduct.called() - calledBefore;
    }

    @Override
    public long streamReadings() {
        return inTransaction(() -> {
            long[] sum = new long[1];
            database.find(Reading.class).findEach(reading -> sum[0] += reading.sum());
            return sum[0];
        });
    }

    @Override
    public Prepared changeNodes(NodeWork work) {
        return prepared(() -> changed(work), nodes -> {
            database.saveAll(nodes.changed);
            nodes.added.forEach(database::saveAll);
            database.deleteAll(nodes.deleted);
        });
    }

    /**
     * What to save and delete.
     *
     * @param added by depth: those of one depth are a batch, after that of their parents
     */
    private record Nodes(List<Node> changed, List<Node> deleted, List<List<Node>> added) {}

    private Nodes changed(NodeWork work) {
        List<Node> all = database.find(Node.class).orderBy("id").findList();
        int count = work.changed() * NodeWork.DEPTH;
        List<Node> changed = all.subList(0, count);
        changed.forEach(node -> node.setWeight(NodeWork.CHANGED_WEIGHT));
        List<Node> deleted = new ArrayList<>();
        for (int at = work.nodesBefore() - 1; at >= count; at--) {
            deleted.add(all.get(at));
        }
        return new Nodes(changed, deleted, added(work));
    }

    private static List<List<Node>> added(NodeWork work) {
        List<List<Node>> added = new ArrayList<>();
        for (int depth = 0; depth < NodeWork.DEPTH; depth++) {
            List<Node> level = new ArrayList<>(work.inserted());
            for (int chain = 0; chain < work.inserted(); chain++) {
                @Nullable Node parent = depth == 0 ? null : added.get(depth - 1).get(chain);
                level.add(new Node(parent));
            }
            added.add(level);
        }
        return added;
    }

    @Override
    public void close() {
        database.shutdown(false, false);
    }
}
