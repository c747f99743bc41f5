package dev.grapnel.benchmarks.grapnel;

import dev.grapnel.benchmarks.grapnel.both.AuditedObject;
import dev.grapnel.benchmarks.grapnel.both.AuditedWork;
import dev.grapnel.benchmarks.grapnel.both.Loaded;
import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow;
import dev.grapnel.benchmarks.workloads.contract.Database;
import dev.grapnel.benchmarks.workloads.contract.NodeWork;
import dev.grapnel.benchmarks.workloads.contract.Prepared;
import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import dev.grapnel.benchmarks.workloads.contract.Trial;
import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.query.Query;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** Sessions over one registry, which is given up in the end: a class belongs to one registry at a time. */
final class GrapnelTrial implements Trial {
    private final Registry registry;
    private final SessionFactory sessions;
    private final AuditedWork<?> audited;

    GrapnelTrial(Database database, AuditMode audit) {
        if (audit == AuditMode.BY_HOOKS) {
            registry = Registry.of(ByHooksProduct.class);
            audited = AuditedWork.byHooks(ByHooksProduct.class, ByHooksProduct::new);
        } else {
            registry = Registry.of(
                    Product.class,
                    ByHandProduct.class,
                    Customer.class,
                    Purchase.class,
                    PurchaseLine.class,
                    Node.class,
                    Reading.class);
            audited = AuditedWork.byHand(ByHandProduct.class, ByHandProduct::new);
        }
        sessions = SessionFactory.of(Engine.of(database.dataSource()), registry);
    }

    private <T> Prepared loaded(Function<Session, List<T>> load, BiConsumer<Session, List<T>> work) {
        Session session = sessions.open();
        return new Loaded<>(session, session::close, load, work);
    }

    @Override
    public void insertProducts(List<ProductRow> rows) {
        sessions.inTransaction(session -> rows.forEach(row -> session.add(new Product(row))));
    }

    @Override
    public void insertGraphs(List<CustomerRow> rows) {
        sessions.inTransaction(session -> rows.forEach(row -> session.add(new Customer(row))));
    }

    @Override
    public LongSupplier loadProducts() {
        try (Session session = sessions.open()) {
            List<Product> all = session.query(Product.class).list();
            return () -> all.stream().mapToLong(Product::sum).sum();
        }
    }

    @Override
    public Prepared changeProducts(int every, int stock) {
        return loaded(session -> session.query(Product.class).list(), (session, all) -> {
            for (Product product : all) {
                if (product.id % every == 1) {
                    product.stock = stock;
                }
            }
            session.commit();
        });
    }

    @Override
    public LongSupplier loadGraphs() {
        try (Session session = sessions.open()) {
            List<Customer> all = graphs(session).list();
            return () -> all.stream().mapToLong(Customer::sum).sum();
        }
    }

    private static Query<Customer> graphs(Session session) {
        return session.query(Customer.class)
                .load(LoadStrategy.SELECTIN, Customer_.purchases)
                .load(LoadStrategy.SELECTIN, Customer_.purchases, Purchase_.lines);
    }

    @Override
    public long findProducts(long[] keys) {
        long sum = 0;
        for (long key : keys) {
            sum += sessions.computeInTransaction(
                    session -> session.getOne(Product.class, key).sum());
        }
        return sum;
    }

    @Override
    public Prepared flushUnchanged(int times) {
        return loaded(session -> session.query(Product.class).list(), (session, all) -> {
            for (int at = 0; at < times; at++) {
                session.flush();
            }
        });
    }

    @Override
    public Prepared deleteGraphs() {
        return loaded(session -> graphs(session).list(), (session, all) -> {
            all.forEach(session::delete);
            session.commit();
        });
    }

    @Override
    public void insertAudited(List<ProductRow> rows) {
        sessions.inTransaction(session -> audited.insert(rows, session::add));
    }

    @Override
    public Prepared changeAudited(int every, int stock) {
        return change(audited, every, stock);
    }

    private <T extends AuditedObject> Prepared change(AuditedWork<T> work, int every, int stock) {
        return loaded(session -> session.query(work.type()).list(), (session, all) -> {
            work.change(all, every, stock);
            session.commit();
        });
    }

    @Override
    public long hooksCalled() {
        return audited.hooksCalled();
    }

    @Override
    public long streamReadings() {
        try (Session session = sessions.open();
                Stream<Reading> all = session.query(Reading.class).stream()) {
            return all.mapToLong(reading -> reading.id + reading.amount).sum();
        }
    }

    @Override
    public Prepared changeNodes(NodeWork work) {
        return loaded(session -> change(session, work), (session, all) -> session.commit());
    }

    private static List<Node> change(Session session, NodeWork work) {
        List<Node> all = session.query(Node.class).orderBy(Node_.id).list();
        int changed = work.changed() * NodeWork.DEPTH;
        all.subList(0, changed).forEach(node -> node.weight = NodeWork.CHANGED_WEIGHT);
        all.subList(changed, work.nodesBefore()).forEach(session::delete);
        for (int chain = 0; chain < work.inserted(); chain++) {
            Node parent = null;
            for (int depth = 0; depth < NodeWork.DEPTH; depth++) {
                parent = new Node(parent, NodeWork.NEW_NAME, NodeWork.NEW_WEIGHT);
                session.add(parent);
            }
        }
        return all;
    }

    @Override
    public void close() {
        registry.dispose();
    }
}
