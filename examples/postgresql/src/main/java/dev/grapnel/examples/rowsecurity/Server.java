package dev.grapnel.examples.rowsecurity;

import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.JdbcTransaction;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.jooq.DSLContext;

/** A PostgreSQL whose tables have a policy, and a user to whom it applies. */
final class Server implements AutoCloseable {
    private static final String USER = "clerk";

    private final EmbeddedPostgres postgres;

    private Server(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static Server start(Registry registry) throws IOException {
        Server server = new Server(EmbeddedPostgres.start());
        try (Engine owner = Engine.create(server.url("postgres"))) {
            Schema.of(registry).createAll(owner);
            secure(owner);
        }
        return server;
    }

    /** Policies do not hold for the owner of a table, so the program has a user of its own. */
    private static void secure(Engine owner) {
        try (JdbcTransaction transaction = owner.begin()) {
            DSLContext sql = transaction.connection().jooq();
            sql.execute("create role " + USER + " login");
            sql.execute("grant all on all tables in schema public to " + USER);
            sql.execute("grant all on all sequences in schema public to " + USER);
            sql.execute("alter table invoice enable row level security");
            sql.execute("create policy own_rows on invoice using (tenant = current_setting('app.tenant', true))");
            transaction.commit();
        }
    }

    /** As the user of the program. */
    Engine engine() {
        return Engine.create(url(USER));
    }

    private String url(String user) {
        return postgres.getJdbcUrl(user, "postgres");
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
