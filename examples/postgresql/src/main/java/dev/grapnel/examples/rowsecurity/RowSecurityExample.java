package dev.grapnel.examples.rowsecurity;

import dev.grapnel.filters.RowSecurity;
import dev.grapnel.filters.Tenancy;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/** Two companies in one table. The database is told in each transaction for whom it is, so not even plain SQL sees the rows of another. */
public final class RowSecurityExample {
    private static final Tenancy<Invoice, String> TENANCY = Tenancy.by(Invoice_.tenant);

    private RowSecurityExample() {}

    /** Runs the example. */
    public static void main(String[] args) throws Exception {
        Registry registry = Registry.of(Invoice.class);
        try (Server server = Server.start(registry);
                Engine engine = server.engine()) {
            SessionFactory sessions = SessionFactory.of(engine, registry);
            TENANCY.on(sessions);
            RowSecurity.on(sessions, "app.tenant", TENANCY::of);
            write(sessions, "acme", new Invoice("Ann", 100));
            write(sessions, "bolt", new Invoice("Bob", 200));
            read(sessions);
            intrude(sessions);
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

    private static void read(SessionFactory sessions) {
        try (Session session = TENANCY.enter(sessions.open(), "acme")) {
            System.out.println("acme by plain SQL: " + customers(session));
        }
        try (Session session = sessions.open()) {
            System.out.println("nobody by plain SQL: " + customers(session));
        }
    }

    private static String customers(Session session) {
        return sql(session)
                .fetch("select customer from invoice order by id")
                .getValues(0)
                .toString();
    }

    private static void intrude(SessionFactory sessions) {
        try (Session session = TENANCY.enter(sessions.open(), "acme")) {
            sql(session).execute("insert into invoice (tenant, customer, euros) values ('bolt', 'Eve', 1)");
        } catch (DataAccessException refused) {
            System.out.println("refused by the database: " + refused.getMessage());
        }
    }

    private static DSLContext sql(Session session) {
        return session.connection().unwrap(DSLContext.class);
    }
}
