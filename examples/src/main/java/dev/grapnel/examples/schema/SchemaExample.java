package dev.grapnel.examples.schema;

import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.inspect.SchemaMismatchException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Refuses to start over tables that lag behind the classes, and starts when they do not. */
public final class SchemaExample {
    private SchemaExample() {}

    /** Runs the example. */
    public static void main(String[] args) {
        Registry registry = Registry.of(Boat.class);
        try {
            for (MigrationTool tool : MigrationTool.values()) {
                System.out.println("-- " + tool);
                run(registry, tool, databaseOf(tool));
            }
        } finally {
            registry.dispose();
        }
    }

    /** One source of connections for the tool and for Grapnel. */
    private static DataSource databaseOf(MigrationTool tool) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + tool + ";DB_CLOSE_DELAY=-1;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
        return database;
    }

    private static void run(Registry registry, MigrationTool tool, DataSource database) {
        try (Engine engine = Engine.of(database)) {
            tool.migrate(database, 1);
            start(registry, engine);
            tool.migrate(database, 2);
            start(registry, engine);
        }
    }

    private static void start(Registry registry, Engine engine) {
        try {
            Schema.of(registry).requireValid(engine);
        } catch (SchemaMismatchException lagging) {
            System.out.println("not started: " + lagging.getMessage());
            return;
        }
        SessionFactory.of(engine, registry).inTransaction(session -> session.add(new Boat("Vega", "Kiel")));
        System.out.println("started, and the first boat is in the harbour");
    }
}
