package dev.grapnel.benchmarks.jpa;

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
import dev.grapnel.benchmarks.workloads.contract.CustomerRow;
import dev.grapnel.benchmarks.workloads.contract.NodeWork;
import dev.grapnel.benchmarks.workloads.contract.Prepared;
import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import dev.grapnel.benchmarks.workloads.contract.Trial;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** A persistence context for each unit of work, with a transaction around all of it. */
public abstract class JpaTrial implements Trial {
    /** What is mapped. */
    public static final List<Class<?>> ENTITIES = List.of(
            Product.class,
            AuditedProduct.class,
            HookedProduct.class,
            Customer.class,
            Purchase.class,
            PurchaseLine.class,
            Node.class,
            Reading.class);

    private final EntityManagerFactory factory;
    private final boolean hooks;
    private final long calledBefore = HookedProduct.called();

    /**
     * Gets ready.
     *
     * @param factory closed at the end
     * @param audit who audits
     */
    protected JpaTrial(EntityManagerFactory factory, AuditMode audit) {
        this.factory = factory;
        hooks = audit == AuditMode.BY_HOOKS;
    }

    /**
     * Loads all graphs, in the way that is the provider's best.
     *
     * @param manager where they are managed
     * @return customers with all below them
     */
    protected abstract List<Customer> graphs(EntityManager manager);

    /**
     * Loads all graphs with two joins.
     *
     * @param manager where they are managed
     * @param select begins the statements, so that each object is in the result once
     * @return customers with all below them
     */
    protected static List<Customer> joined(EntityManager manager, String select) {
        List<Customer> customers = manager.createQuery(
                        select + " c from Customer c left join fetch c.purchases", Customer.class)
                .getResultList();
        manager.createQuery(select + " p from Purchase p left join fetch p.lines", Purchase.class)
                .getResultList();
        return customers;
    }

    /**
     * Streams all readings, and gives them up on the way.
     *
     * @param manager where they are managed
     * @return the sum over them
     */
    protected abstract long stream(EntityManager manager);

    private <T> T inTransaction(Function<EntityManager, T> work) {
        try (EntityManager manager = factory.createEntityManager()) {
            manager.getTransaction().begin();
            T result = work.apply(manager);
            manager.getTransaction().commit();
            return result;
        }
    }

    private <T> void persistAll(List<T> rows, Function<T, Object> make) {
        inTransaction(manager -> {
            rows.forEach(row -> manager.persist(make.apply(row)));
            return rows;
        });
    }

    /** The context stays open between what is prepared and what is measured. */
    private <T> Prepared prepared(Function<EntityManager, T> load, LoadedWork<T> work) {
        EntityManager manager = factory.createEntityManager();
        manager.getTransaction().begin();
        T loaded = load.apply(manager);
        return new Prepared() {
            @Override
            public void run() {
                work.with(manager, loaded);
                manager.getTransaction().commit();
            }

            @Override
            public void close() {
                if (manager.getTransaction().isActive()) {
                    manager.getTransaction().rollback();
                }
                manager.close();
            }
        };
    }

    private interface LoadedWork<T> {
        void with(EntityManager manager, T loaded);
    }

    private static <T> List<T> all(EntityManager manager, Class<T> type) {
        return manager.createQuery("select e from " + type.getSimpleName() + " e", type)
                .getResultList();
    }

    @Override
    public void insertProducts(List<ProductRow> rows) {
        persistAll(rows, Product::new);
    }

    @Override
    public void insertGraphs(List<CustomerRow> rows) {
        persistAll(rows, Customer::new);
    }

    @Override
    public LongSupplier loadProducts() {
        List<Product> all = inTransaction(manager -> all(manager, Product.class));
        return () -> all.stream().mapToLong(Product::sum).sum();
    }

    @Override
    public Prepared changeProducts(int every, int stock) {
        return prepared(manager -> all(manager, Product.class), (manager, all) -> {
            for (Product product : all) {
                if (product.getId() % every == 1) {
                    product.setStock(stock);
                }
            }
        });
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
            sum += inTransaction(manager -> manager.find(Product.class, key)).sum();
        }
        return sum;
    }

    @Override
    public Prepared flushUnchanged(int times) {
        return prepared(manager -> all(manager, Product.class), (manager, all) -> {
            for (int time = 0; time < times; time++) {
                manager.flush();
            }
        });
    }

    @Override
    public Prepared deleteGraphs() {
        return prepared(this::graphs, (manager, all) -> all.forEach(manager::remove));
    }

    @Override
    public void insertAudited(List<ProductRow> rows) {
        persistAll(rows, hooks ? HookedProduct::new : JpaTrial::audited);
    }

    private static AuditedProduct audited(ProductRow row) {
        AuditedProduct product = new AuditedProduct(row);
        product.audit();
        return product;
    }

    @Override
    public Prepared changeAudited(int every, int stock) {
        Class<? extends Audited> type = hooks ? HookedProduct.class : AuditedProduct.class;
        Consumer<Audited> audit = hooks ? product -> {} : Audited::audit;
        return prepared(manager -> all(manager, type), (manager, all) -> {
            for (Audited product : all) {
                if (product.getId() % every == 1) {
                    product.setStock(stock);
                    audit.accept(product);
                }
            }
        });
    }

    @Override
    public long hooksCalled() {
        return HookedProduct.called() - calledBefore;
    }

    @Override
    public long streamReadings() {
        return inTransaction(this::stream);
    }

    @Override
    public Prepared changeNodes(NodeWork work) {
        return prepared(manager -> changed(manager, work), (manager, all) -> {});
    }

    /** Children are removed before their parents, since providers keep to that order among rows of one table. */
    private static List<Node> changed(EntityManager manager, NodeWork work) {
        List<Node> all = manager.createQuery("select n from Node n order by n.id", Node.class)
                .getResultList();
        int changed = work.changed() * NodeWork.DEPTH;
        all.subList(0, changed).forEach(node -> node.setWeight(NodeWork.CHANGED_WEIGHT));
        for (int at = work.nodesBefore() - 1; at >= changed; at--) {
            manager.remove(all.get(at));
        }
        for (int chain = 0; chain < work.inserted(); chain++) {
            Node parent = null;
            for (int depth = 0; depth < NodeWork.DEPTH; depth++) {
                parent = new Node(parent);
                manager.persist(parent);
            }
        }
        return all;
    }

    @Override
    public void close() {
        factory.close();
    }
}
