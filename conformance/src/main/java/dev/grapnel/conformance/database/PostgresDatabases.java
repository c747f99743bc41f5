package dev.grapnel.conformance.database;

import dev.grapnel.conformance.format.Models;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** PostgreSQL: one server and one connection for all scenarios, a schema for each model, emptied before each use. */
final class PostgresDatabases implements Databases {
    /** A statement that fails is taken back by itself, so that scenarios can go on in its transaction as on the other databases. */
    private static final Map<String, String> GOES_ON = Map.of("autosave", "always");

    private final EmbeddedPostgres server;
    private final Connection connection;
    private final DSLContext context;
    private final Set<String> created = new HashSet<>();

    PostgresDatabases() {
        try {
            this.server = EmbeddedPostgres.start();
            this.connection =
                    server.getDatabase("postgres", "postgres", GOES_ON).getConnection();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start PostgreSQL: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot connect to PostgreSQL: " + e.getMessage(), e);
        }
        this.context = DSL.using(connection, SQLDialect.POSTGRES);
    }

    @Override
    public Database open(Models.Group model) {
        if (created.add(model.key())) {
            create(model);
        } else {
            empty(model);
        }
        return new Database(connection, SQLDialect.POSTGRES, model, () -> {});
    }

    private void create(Models.Group model) {
        context.createSchema(DSL.name(model.key())).execute();
        use(model);
        Tables.create(context, model, KeySource.ofPostgres(context));
    }

    private void empty(Models.Group model) {
        use(model);
        List<Models.Table> dependentFirst = new ArrayList<>(model.tables());
        Collections.reverse(dependentFirst);
        dependentFirst.forEach(
                table -> context.deleteFrom(DSL.table(DSL.name(table.name()))).execute());
        context.execute("update generated_keys set last = 0");
    }

    private void use(Models.Group model) {
        context.execute("set search_path to " + DSL.name(model.key()));
    }

    @Override
    public void close() {
        try {
            connection.close();
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot stop PostgreSQL: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot close the connection to PostgreSQL: " + e.getMessage(), e);
        }
    }
}
