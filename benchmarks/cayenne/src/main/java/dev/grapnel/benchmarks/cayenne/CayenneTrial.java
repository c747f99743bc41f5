package dev.grapnel.benchmarks.cayenne;

import dev.grapnel.benchmarks.cayenne.objects.AuditedProduct;
import dev.grapnel.benchmarks.cayenne.objects.Customer;
import dev.grapnel.benchmarks.cayenne.objects.Product;
import dev.grapnel.benchmarks.cayenne.objects.Purchase;
import dev.grapnel.benchmarks.cayenne.objects.Reading;
import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow;
import dev.grapnel.benchmarks.workloads.contract.NodeWork;
import dev.grapnel.benchmarks.workloads.contract.NotSupportedException;
import dev.grapnel.benchmarks.workloads.contract.Prepared;
import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import dev.grapnel.benchmarks.workloads.contract.Trial;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.cayenne.Cayenne;
import org.apache.cayenne.ObjectContext;
import org.apache.cayenne.ResultBatchIterator;
import org.apache.cayenne.configuration.server.ServerRuntime;
import org.apache.cayenne.query.ObjectSelect;
import org.apache.cayenne.query.SelectById;

/** A context for each unit of work; it begins a transaction when it reads or commits. */
final class CayenneTrial implements Trial {
    private static final int FETCHED = 1_000;

    private final ServerRuntime runtime;
    private final boolean hooks;
    private final Auditor auditor;

    CayenneTrial(ServerRuntime runtime, AuditMode audit, Auditor auditor) {
        this.runtime = runtime;
        this.auditor = auditor;
        hooks = audit == AuditMode.BY_HOOKS;
    }

    private <T> void insert(List<T> rows, BiConsumer<ObjectContext, T> make) {
        ObjectContext context = runtime.newContext();
        rows.forEach(row -> make.accept(context, row));
        context.commitChanges();
    }

    private interface LoadedWork<T> {
        void with(ObjectContext context, T loaded);
    }

    private <T> Prepared prepared(Function<ObjectContext, T> load, LoadedWork<T> work) {
        ObjectContext context = runtime.newContext();
        T loaded = load.apply(context);
        return new Prepared() {
            @Override
            public void run() {
                work.with(context, loaded);
                context.commitChanges();
            }

            @Override
            public void close() {
                context.rollbackChangesLocally();
            }
        };
    }

    private static <T> List<T> all(ObjectContext context, Class<T> type) {
        return ObjectSelect.query(type).select(context);
    }

    @Override
    public void insertProducts(List<ProductRow> rows) {
        insert(rows, (context, row) -> Entities.product(context, Product.class, row));
    }

    @Override
    public void insertGraphs(List<CustomerRow> rows) {
        insert(rows, Entities::customer);
    }

    @Override
    public LongSupplier loadProducts() {
        List<Product> all = all(runtime.newContext(), Product.class);
        return () -> all.stream().mapToLong(Entities::sum).sum();
    }

    @Override
    public Prepared changeProducts(int every, int stock) {
        return prepared(context -> all(context, Product.class), (context, all) -> {
            for (Product product : all) {
                if (Cayenne.longPKForObject(product) % every == 1) {
                    product.setStock(stock);
                }
            }
        });
    }

    private static List<Customer> graphs(ObjectContext context) {
        return ObjectSelect.query(Customer.class)
                .prefetch(Customer.PURCHASES.disjoint())
                .prefetch(Customer.PURCHASES.dot(Purchase.LINES).disjoint())
                .select(context);
    }

    @Override
    public LongSupplier loadGraphs() {
        List<Customer> all = graphs(runtime.newContext());
        return () -> all.stream().mapToLong(Entities::sum).sum();
    }

    @Override
    public long findProducts(long[] keys) {
        long sum = 0;
        for (long key : keys) {
            sum += Entities.sum(SelectById.query(Product.class, key).selectOne(runtime.newContext()));
        }
        return sum;
    }

    @Override
    public Prepared flushUnchanged(int times) {
        return prepared(context -> all(context, Product.class), (context, all) -> {
            for (int time = 0; time < times; time++) {
                context.commitChanges();
            }
        });
    }

    @Override
    public Prepared deleteGraphs() {
        return prepared(CayenneTrial::graphs, ObjectContext::deleteObjects);
    }

    @Override
    public void insertAudited(List<ProductRow> rows) {
        insert(rows, (context, row) -> auditByHand(Entities.product(context, AuditedProduct.class, row)));
    }

    private void auditByHand(AuditedProduct product) {
        if (!hooks) {
            Auditor.audit(product);
        }
    }

    @Override
    public Prepared changeAudited(int every, int stock) {
        return prepared(context -> all(context, AuditedProduct.class), (context, all) -> {
            for (AuditedProduct product : all) {
                if (Cayenne.longPKForObject(product) % every == 1) {
                    product.setStock(stock);
                    auditByHand(product);
                }
            }
        });
    }

    @Override
    public long hooksCalled() {
        return auditor.called();
    }

    @Override
    public long streamReadings() {
        long sum = 0;
        try (ResultBatchIterator<Reading> batches = ObjectSelect.query(Reading.class)
                .statementFetchSize(FETCHED)
                .batchIterator(runtime.newContext(), FETCHED)) {
            for (List<Reading> readings : batches) {
                for (Reading reading : readings) {
                    sum += Cayenne.longPKForObject(reading) + reading.getAmount();
                }
            }
        }
        return sum;
    }

    /** The rows of one commit are put in order table by table, inserts and deletes together, in the order of the last of them. */
    @Override
    public Prepared changeNodes(NodeWork work) {
        throw new NotSupportedException(
                "Cayenne 4.2 inserts children before their parents when rows of the same table, which refers"
                        + " to itself, are deleted in the same commit.");
    }

    @Override
    public void close() {
        runtime.shutdown();
    }
}
