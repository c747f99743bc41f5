package dev.grapnel.sql;

import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.SchemaChange;
import dev.grapnel.sql.schema.Tables;

/** The tables of a registry, as DDL. */
public final class Schema {
    private final Registry registry;

    private Schema(Registry registry) {
        this.registry = registry;
    }

    /**
     * The schema of a registry.
     *
     * @param registry its mapped classes
     * @return the schema
     */
    public static Schema of(Registry registry) {
        return new Schema(registry);
    }

    /**
     * Creates all tables that are not there yet.
     *
     * @param engine the database
     */
    public void createAll(Engine engine) {
        new SchemaChange(engine, Tables.of(registry.tables())).createAll();
    }

    /**
     * Drops all tables that are there.
     *
     * @param engine the database
     */
    public void dropAll(Engine engine) {
        new SchemaChange(engine, Tables.of(registry.tables())).dropAll();
    }
}
