package dev.grapnel.benchmarks.morphia;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.ReplaceOneModel;
import dev.grapnel.benchmarks.mongodb.ground.DocumentTrial;
import dev.grapnel.benchmarks.mongodb.ground.Keys;
import dev.grapnel.benchmarks.mongodb.ground.PreparedWork;
import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow;
import dev.grapnel.benchmarks.workloads.contract.Prepared;
import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import dev.morphia.Datastore;
import dev.morphia.DeleteOptions;
import dev.morphia.query.filters.Filters;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** No session: the program knows what to write. */
final class MorphiaTrial extends DocumentTrial {
    private final MongoClient client;
    private final Datastore store;
    private final boolean hooks;
    private final long calledBefore = HookedProduct.called();

    MorphiaTrial(MongoClient client, Datastore store, AuditMode audit) {
        this.client = client;
        this.store = store;
        hooks = audit == AuditMode.BY_HOOKS;
    }

    private <T> List<T> all(Class<T> type) {
        return store.find(type).iterator().toList();
    }

    @Override
    public void insertProducts(List<ProductRow> rows) {
        store.insert(rows.stream().map(Product::new).toList());
    }

    @Override
    public void insertGraphs(List<CustomerRow> rows) {
        store.insert(rows.stream().map(Customer::new).toList());
    }

    @Override
    public LongSupplier loadProducts() {
        List<Product> all = all(Product.class);
        return () -> all.stream().mapToLong(Product::sum).sum();
    }

    @Override
    public Prepared changeProducts(int every, int stock) {
        return change(Product.class, every, product -> product.stock(stock));
    }

    private <T extends Product> Prepared change(Class<T> type, int every, Consumer<T> change) {
        return PreparedWork.with(all(type), all -> {
            List<ReplaceOneModel<T>> changed = all.stream()
                    .filter(product -> Keys.number(product.id()) % every == 1)
                    .peek(change)
                    .map(product ->
                            new ReplaceOneModel<>(com.mongodb.client.model.Filters.eq("_id", product.id()), product))
                    .toList();
            store.getCollection(type).bulkWrite(changed);
        });
    }

    @Override
    public LongSupplier loadGraphs() {
        List<Customer> all = all(Customer.class);
        return () -> all.stream().mapToLong(Customer::sum).sum();
    }

    @Override
    public long findProducts(long[] keys) {
        long sum = 0;
        for (long key : keys) {
            Product found = store.find(Product.class)
                    .filter(Filters.eq("_id", Keys.id(key)))
                    .first();
            sum += Objects.requireNonNull(found).sum();
        }
        return sum;
    }

    @Override
    public Prepared flushUnchanged(int times) {
        return PreparedWork.withoutUnitOfWork(all(Product.class), "Morphia");
    }

    @Override
    public Prepared deleteGraphs() {
        return PreparedWork.with(
                all(Customer.class),
                all -> store.find(Customer.class)
                        .filter(Filters.in("_id", all.stream().map(Customer::id).toList()))
                        .delete(new DeleteOptions().multi(true)));
    }

    @Override
    public void insertAudited(List<ProductRow> rows) {
        if (hooks) {
            store.insert(rows.stream().map(HookedProduct::new).toList());
            return;
        }
        List<AuditedProduct> all = rows.stream().map(AuditedProduct::new).toList();
        all.forEach(AuditedProduct::audit);
        store.insert(all);
    }

    @Override
    public Prepared changeAudited(int every, int stock) {
        if (hooks) {
            return change(HookedProduct.class, every, product -> product.stock(stock));
        }
        return change(AuditedProduct.class, every, product -> {
            product.stock(stock);
            product.audit();
        });
    }

    @Override
    public long hooksCalled() {
        return HookedProduct.called() - calledBefore;
    }

    @Override
    public void close() {
        client.close();
    }
}
