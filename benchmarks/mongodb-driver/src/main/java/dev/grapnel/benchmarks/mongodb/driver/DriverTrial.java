package dev.grapnel.benchmarks.mongodb.driver;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import dev.grapnel.benchmarks.mongodb.ground.DocumentGround;
import dev.grapnel.benchmarks.mongodb.ground.DocumentTrial;
import dev.grapnel.benchmarks.mongodb.ground.Keys;
import dev.grapnel.benchmarks.mongodb.ground.PreparedWork;
import dev.grapnel.benchmarks.mongodb.objects.Customer;
import dev.grapnel.benchmarks.mongodb.objects.Product;
import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow;
import dev.grapnel.benchmarks.workloads.contract.Prepared;
import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.bson.conversions.Bson;

/** No session: the program knows what to write. */
final class DriverTrial extends DocumentTrial {
    private final MongoClient client;
    private final MongoCollection<Product> products;
    private final MongoCollection<Product> audited;
    private final MongoCollection<Customer> customers;
    private final AuditMode audit;
    private long hooksCalled;

    DriverTrial(MongoClient client, AuditMode audit) {
        this.client = client;
        this.audit = audit;
        MongoDatabase database = client.getDatabase(DocumentGround.DATABASE);
        products = database.getCollection("product", Product.class);
        audited = database.getCollection("audited_product", Product.class);
        customers = database.getCollection("customer", Customer.class);
    }

    private static <T> List<T> all(MongoCollection<T> collection) {
        return collection.find().into(new ArrayList<>());
    }

    @Override
    public void insertProducts(List<ProductRow> rows) {
        List<Product> all = new ArrayList<>(rows.size());
        rows.forEach(row -> all.add(Product.of(row)));
        products.insertMany(all);
    }

    @Override
    public void insertGraphs(List<CustomerRow> rows) {
        List<Customer> all = new ArrayList<>(rows.size());
        rows.forEach(row -> all.add(Customer.of(row)));
        customers.insertMany(all);
    }

    @Override
    public LongSupplier loadProducts() {
        List<Product> all = all(products);
        return () -> all.stream().mapToLong(Product::sum).sum();
    }

    @Override
    public Prepared changeProducts(int every, int stock) {
        return PreparedWork.with(all(products), all -> {
            List<UpdateOneModel<Product>> changes = new ArrayList<>();
            for (Product product : all) {
                if (product.number() % every == 1) {
                    product.stock = stock;
                    changes.add(change(product, Updates.set("stock", product.stock)));
                }
            }
            products.bulkWrite(changes);
        });
    }

    private static UpdateOneModel<Product> change(Product product, Bson change) {
        return new UpdateOneModel<>(Filters.eq("_id", product.id), change);
    }

    @Override
    public LongSupplier loadGraphs() {
        List<Customer> all = all(customers);
        return () -> all.stream().mapToLong(Customer::sum).sum();
    }

    @Override
    public long findProducts(long[] keys) {
        long sum = 0;
        for (long key : keys) {
            Product found = products.find(Filters.eq("_id", Keys.id(key))).first();
            sum += Objects.requireNonNull(found).sum();
        }
        return sum;
    }

    /** Who writes by hand knows that nothing has changed; the loaded objects are held for the measure of memory. */
    @Override
    public Prepared flushUnchanged(int times) {
        return PreparedWork.with(all(products), all -> {});
    }

    @Override
    public Prepared deleteGraphs() {
        return PreparedWork.with(
                all(customers),
                all -> customers.deleteMany(
                        Filters.in("_id", all.stream().map(Customer::id).toList())));
    }

    @Override
    public void insertAudited(List<ProductRow> rows) {
        List<Product> all = new ArrayList<>(rows.size());
        for (ProductRow row : rows) {
            Product product = Product.of(row);
            product.audit();
            all.add(product);
        }
        audited.insertMany(all);
        called(all.size());
    }

    @Override
    public Prepared changeAudited(int every, int stock) {
        return PreparedWork.with(all(audited), all -> {
            List<UpdateOneModel<Product>> changes = new ArrayList<>();
            for (Product product : all) {
                if (product.number() % every == 1) {
                    product.stock = stock;
                    product.audit();
                    changes.add(change(
                            product,
                            Updates.combine(
                                    Updates.set("stock", product.stock),
                                    Updates.set("changed_by", product.changedBy),
                                    Updates.set("changed_at", product.changedAt))));
                }
            }
            audited.bulkWrite(changes);
            called(changes.size());
        });
    }

    /** By hand a hook is a statement in the loop, and there in both modes. */
    private void called(int documents) {
        if (audit == AuditMode.BY_HOOKS) {
            hooksCalled += documents;
        }
    }

    @Override
    public long hooksCalled() {
        return hooksCalled;
    }

    @Override
    public void close() {
        client.close();
    }
}
