package dev.grapnel.examples.tenancy;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.filters.Scope;
import dev.grapnel.filters.Tenancy;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;

/** Two companies write invoices into one table, and each sees its own. */
public final class TenancyExample {
    private static final Tenancy<Invoice, String> TENANCY = Tenancy.by(Invoice_.tenant);

    private TenancyExample() {}

    /** Runs the example. */
    public static void main(String[] args) {
        Registry registry = Registry.of(Invoice.class);
        try (Engine engine = Engine.create("jdbc:h2:mem:tenancy")) {
            Schema.of(registry).createAll(engine);
            SessionFactory sessions = SessionFactory.of(engine, registry);
            TENANCY.on(sessions);
            write(sessions, "acme", new Invoice("Ann", 100));
            write(sessions, "bolt", new Invoice("Bob", 200));
            read(sessions);
        } finally {
            registry.dispose();
        }
    }

    private static void write(SessionFactory sessions, String tenant, Invoice invoice) {
        try (Session session = TENANCY.enter(sessions.open(), tenant)) {
            session.add(invoice);
            session.commit();
        }
    }

    @SuppressWarnings("try") // the scope is there to be closed
    private static void read(SessionFactory sessions) {
        try (Session session = TENANCY.enter(sessions.open(), "acme")) {
            print("acme sees", session);
        }
        try (Session session = sessions.open()) {
            print("nobody sees", session);
        } catch (InvalidRequestException refused) {
            System.out.println("refused: " + refused.getMessage());
        }
        try (Session session = sessions.open();
                Scope everybody = TENANCY.across(session)) {
            print("the auditor sees", session);
        }
    }

    private static void print(String who, Session session) {
        session.query(Invoice.class)
                .orderBy(Invoice_.id)
                .list()
                .forEach(invoice -> System.out.println(who + " the invoice of " + invoice.customer));
    }
}
