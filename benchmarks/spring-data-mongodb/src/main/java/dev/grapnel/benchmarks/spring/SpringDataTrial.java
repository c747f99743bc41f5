package dev.grapnel.benchmarks.spring;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.MongoClient;
import dev.grapnel.benchmarks.mongodb.ground.DocumentTrial;
import dev.grapnel.benchmarks.mongodb.ground.Keys;
import dev.grapnel.benchmarks.mongodb.ground.PreparedWork;
import dev.grapnel.benchmarks.mongodb.objects.Customer;
import dev.grapnel.benchmarks.mongodb.objects.Product;
import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow;
import dev.grapnel.benchmarks.workloads.contract.Prepared;
import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.springframework.data.mapping.callback.EntityCallbacks;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoTemplate;

/** No session: the program knows what to write. */
final class SpringDataTrial extends DocumentTrial {
    private static final String PRODUCTS = "product";
    private static final String AUDITED = "audited_product";

    private final MongoClient client;
    private final MongoTemplate template;
    private final Auditor auditor = new Auditor();
    private final boolean hooks;

    SpringDataTrial(MongoClient client, MongoTemplate template, AuditMode audit) {
        this.client = client;
        this.template = template;
        hooks = audit == AuditMode.BY_HOOKS;
        if (hooks) {
            template.setEntityCallbacks(EntityCallbacks.create(auditor));
        }
    }

    @Override
    public void insertProducts(List<ProductRow> rows) {
        template.insert(rows.stream().map(Product::of).toList(), PRODUCTS);
    }

    @Override
    public void insertGraphs(List<CustomerRow> rows) {
        template.insert(rows.stream().map(Customer::of).toList(), Customer.class);
    }

    @Override
    public LongSupplier loadProducts() {
        List<Product> all = template.findAll(Product.class, PRODUCTS);
        return () -> all.stream().mapToLong(Product::sum).sum();
    }

    @Override
    public Prepared changeProducts(int every, int stock) {
        return change(PRODUCTS, every, stock, false);
    }

    private Prepared change(String collection, int every, int stock, boolean audited) {
        return PreparedWork.with(template.findAll(Product.class, collection), all -> {
            BulkOperations changes = template.bulkOps(BulkMode.ORDERED, Product.class, collection);
            for (Product product : all) {
                if (product.number() % every == 1) {
                    product.stock = stock;
                    if (audited) {
                        product.audit();
                    }
                    changes.replaceOne(query(where("id").is(product.id)), product);
                }
            }
            changes.execute();
        });
    }

    @Override
    public LongSupplier loadGraphs() {
        List<Customer> all = template.findAll(Customer.class);
        return () -> all.stream().mapToLong(Customer::sum).sum();
    }

    @Override
    public long findProducts(long[] keys) {
        long sum = 0;
        for (long key : keys) {
            sum += Objects.requireNonNull(template.findById(Keys.id(key), Product.class, PRODUCTS))
                    .sum();
        }
        return sum;
    }

    @Override
    public Prepared flushUnchanged(int times) {
        return PreparedWork.withoutUnitOfWork(template.findAll(Product.class, PRODUCTS), "Spring Data");
    }

    @Override
    public Prepared deleteGraphs() {
        return PreparedWork.with(
                template.findAll(Customer.class),
                all -> template.remove(
                        query(where("id").in(all.stream().map(Customer::id).toList())), Customer.class));
    }

    @Override
    public void insertAudited(List<ProductRow> rows) {
        List<Product> all = rows.stream().map(Product::of).toList();
        if (!hooks) {
            all.forEach(Product::audit);
        }
        template.insert(all, AUDITED);
    }

    @Override
    public Prepared changeAudited(int every, int stock) {
        return change(AUDITED, every, stock, !hooks);
    }

    @Override
    public long hooksCalled() {
        return auditor.called();
    }

    @Override
    public void close() {
        client.close();
    }
}
