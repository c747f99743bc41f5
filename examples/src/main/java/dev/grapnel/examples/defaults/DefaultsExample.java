package dev.grapnel.examples.defaults;

import dev.grapnel.activedefaults.ActiveDefaults;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;

/** Reads the number of an order before the order is in the database. */
public final class DefaultsExample {
    private DefaultsExample() {}

    /** Runs the example. */
    public static void main(String[] args) {
        Registry registry = Registry.of(Order.class);
        try (Engine engine = Engine.create("jdbc:h2:mem:defaults")) {
            Schema.of(registry).createAll(engine);
            System.out.println("without the pack, a new order has the number " + new Order("Ann").number);
            ActiveDefaults.on(registry);
            work(SessionFactory.of(engine, registry));
        } finally {
            registry.dispose();
        }
    }

    private static void work(SessionFactory sessions) {
        Order order = new Order("Bob");
        System.out.println("with it, the number " + order.number);
        try (Session session = sessions.open()) {
            session.add(order);
            session.commit();
            System.out.println(
                    "and the row has the number " + session.query(Order.class).one().number);
        }
    }
}
