package dev.grapnel.examples.audit;

import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;

/** Adds, changes and deletes, and prints what the audit log knows of it. */
public final class AuditExample {
    private AuditExample() {}

    /** Runs the example. */
    public static void main(String[] args) {
        Registry registry = Registry.of(Product.class, AuditEntry.class);
        try (Engine engine = Engine.create("jdbc:h2:mem:audit")) {
            Schema.of(registry).createAll(engine);
            SessionFactory sessions = SessionFactory.of(engine, registry);
            AuditLog.on(sessions, () -> "ann");
            work(sessions);
        } finally {
            registry.dispose();
        }
    }

    private static void work(SessionFactory sessions) {
        try (Session session = sessions.open()) {
            Product teapot = new Product("Teapot", 1999);
            session.add(teapot);
            session.commit();

            teapot.cents = 1499;
            session.commit();

            teapot.name = "Coffeepot";
            session.flush(); // writes the new name and an audit entry; the rollback takes both back
            session.rollback();

            session.delete(teapot);
            session.commit();
            session.query(AuditEntry.class).orderBy(AuditEntry_.id).list().forEach(System.out::println);
        }
    }
}
