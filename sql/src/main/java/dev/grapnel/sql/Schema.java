package dev.grapnel.sql;

import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.JdbcTransaction;
import dev.grapnel.sql.connection.SchemaChange;
import dev.grapnel.sql.inspect.Comparison;
import dev.grapnel.sql.inspect.EntitySkeleton;
import dev.grapnel.sql.inspect.EntitySkeletons;
import dev.grapnel.sql.inspect.SchemaMismatchException;
import dev.grapnel.sql.inspect.SchemaReport;
import dev.grapnel.sql.schema.Ddl;
import dev.grapnel.sql.schema.Tables;
import java.util.List;
import org.jooq.SQLDialect;

/**
 * The tables of a registry: created, dropped, written down as SQL, and compared with those of a database.
 *
 * <pre>{@code
 * Schema schema = Schema.of(registry);
 * schema.createAll(engine);                          // tests and first steps
 * schema.print(SQLDialect.POSTGRES);                 // a beginning for a script
 * schema.requireValid(engine);                       // before the first session of a program whose tables others make
 * }</pre>
 */
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
        new SchemaChange(engine, tables()).createAll();
    }

    /**
     * Drops all tables that are there.
     *
     * @param engine the database
     */
    public void dropAll(Engine engine) {
        new SchemaChange(engine, tables()).dropAll();
    }

    /**
     * The statements that {@link #createAll} sends to an empty database. Nothing is connected.
     *
     * @param dialect the kind of database
     * @return the statements in order, without semicolons
     */
    public List<String> createStatements(SQLDialect dialect) {
        return Ddl.of(tables(), dialect).create();
    }

    /**
     * The statements that {@link #dropAll} sends. Nothing is connected.
     *
     * @param dialect the kind of database
     * @return the statements in order, without semicolons
     */
    public List<String> dropStatements(SQLDialect dialect) {
        return Ddl.of(tables(), dialect).drop();
    }

    /**
     * The statements that create everything, as a script. Nothing is connected.
     *
     * @param dialect the kind of database
     * @return the script: a line for each statement, with a semicolon at its end
     */
    public String print(SQLDialect dialect) {
        return Ddl.of(tables(), dialect).print();
    }

    /**
     * Compares a database with the mapping, and changes nothing. Types are the same if they hold the same values, whatever the database calls
     * them; tables and columns that are not mapped are no difference, unless they make every insert fail.
     *
     * @param engine the database
     * @return every difference; none right after {@link #createAll}
     * @throws dev.grapnel.core.error.DatabaseException if the schema cannot be read
     */
    public SchemaReport validate(Engine engine) {
        try (JdbcTransaction transaction = engine.begin()) {
            return Comparison.of(
                    tables().sorted(), transaction.connection().jooq(), engine.dialect(), engine.toString());
        }
    }

    /**
     * Refuses a database that differs from the mapping; for the start of a program.
     *
     * @param engine the database
     * @throws SchemaMismatchException if there is a difference; its message names all of them
     */
    public void requireValid(Engine engine) {
        SchemaReport report = validate(engine);
        if (!report.isValid()) {
            throw new SchemaMismatchException(report);
        }
    }

    /**
     * Writes entity classes for the tables of a database: a beginning to be worked over.
     *
     * @param engine the database; its current schema is read
     * @param packageName of the classes
     * @return a class for each table that has a primary key, by name of the table
     * @throws dev.grapnel.core.error.DatabaseException if the schema cannot be read
     */
    public static List<EntitySkeleton> reverse(Engine engine, String packageName) {
        try (JdbcTransaction transaction = engine.begin()) {
            return EntitySkeletons.of(transaction.connection().jooq(), engine.dialect(), packageName);
        }
    }

    private Tables tables() {
        return Tables.of(registry.tables());
    }
}
