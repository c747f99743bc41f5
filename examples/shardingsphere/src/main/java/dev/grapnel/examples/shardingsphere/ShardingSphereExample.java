package dev.grapnel.examples.shardingsphere;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import java.util.List;

/**
 * Rows over three databases by Apache ShardingSphere-JDBC: for the session it is one data source. ShardingSphere reads each statement, sends it
 * where its rows are, and puts the results together.
 */
public final class ShardingSphereExample {
    private ShardingSphereExample() {}

    /** Runs the example. */
    public static void main(String[] args) throws Exception {
        Registry registry = Registry.of(Customer.class, Purchase.class);
        try (ThreeDatabases databases = ThreeDatabases.start(registry)) {
            Engine engine = Engine.of(databases.spreading());
            SessionFactory sessions = SessionFactory.of(engine, registry);
            sessions.inTransaction(ShardingSphereExample::write);
            System.out.println("customers in each database: " + databases.customers(registry));
            sessions.inTransaction(ShardingSphereExample::read);
            sessions.inTransaction(ShardingSphereExample::change);
            undo(sessions);
            System.out.println("customers in each database: " + databases.customers(registry));
        } finally {
            registry.dispose();
        }
    }

    private static void write(Session session) {
        for (int id = 1; id <= 7; id++) {
            session.add(new Customer(id, "customer " + id)
                    .buying(new Purchase(10L * id, id))
                    .buying(new Purchase(10L * id + 1, 100)));
        }
    }

    private static void read(Session session) {
        List<Customer> last = session.query(Customer.class)
                .orderBy(Customer_.id.desc())
                .limit(2)
                .list();
        last.forEach(customer -> System.out.println("the last ones: " + customer.name));
        System.out.println("first read of a collection: "
                + session.getOne(Customer.class, 3L).purchases.size() + " purchases");
        List<Customer> all = session.query(Customer.class)
                .load(LoadStrategy.SELECTIN, Customer_.purchases)
                .list();
        int sum = all.stream()
                .flatMap(customer -> customer.purchases.stream())
                .mapToInt(purchase -> purchase.amount)
                .sum();
        System.out.println("all " + all.size() + " customers spent " + sum);
    }

    private static void change(Session session) {
        session.getOne(Customer.class, 4L).name = "renamed";
        session.delete(session.getOne(Customer.class, 7L));
        session.flush();
        int rows = session.update(Purchase.class)
                .set(Purchase_.amount, 50)
                .where(Purchase_.amount.gt(50))
                .execute();
        System.out.println("rows updated everywhere: " + rows);
    }

    private static void undo(SessionFactory sessions) {
        try (Session session = sessions.open()) {
            session.add(new Customer(8, "never"));
            session.add(new Customer(9, "never"));
            session.flush();
            session.rollback();
            System.out.println("customers after a rollback: "
                    + session.query(Customer.class).count());
        }
    }
}
