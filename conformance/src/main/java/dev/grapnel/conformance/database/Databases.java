package dev.grapnel.conformance.database;

import dev.grapnel.conformance.format.Models;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** A kind of database, which gives each scenario an empty one. Closing it stops what was started. */
public interface Databases extends AutoCloseable {
    /**
     * An empty database.
     *
     * @param model whose tables it has
     * @return the database; the caller closes it
     */
    Database open(Models.Group model);

    /** Stops what was started. */
    @Override
    default void close() {
        // databases in memory go with their connections
    }

    /**
     * A kind of database by name.
     *
     * @param name {@code sqlite}, {@code h2} or {@code postgresql}
     * @return the kind
     * @throws IllegalArgumentException if the name is none of these
     */
    static Databases of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "sqlite" -> Databases::sqlite;
            case "h2" -> Databases::h2;
            case "postgresql" -> new PostgresDatabases();
            default ->
                throw new IllegalArgumentException(
                        "There is no database '" + name + "'. Choose sqlite, h2 or postgresql.");
        };
    }

    private static Database sqlite(Models.Group model) {
        Connection connection = connect("jdbc:sqlite::memory:?foreign_keys=on");
        Tables.create(DSL.using(connection, SQLDialect.SQLITE), model, KeySource.ofSqlite());
        return new Database(connection, SQLDialect.SQLITE, model, () -> Database.close(connection));
    }

    private static Database h2(Models.Group model) {
        Connection connection = connect("jdbc:h2:mem:");
        var context = DSL.using(connection, SQLDialect.H2);
        Tables.create(context, model, KeySource.ofH2(context));
        return new Database(connection, SQLDialect.H2, model, () -> Database.close(connection));
    }

    private static Connection connect(String url) {
        try {
            return DriverManager.getConnection(url);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot connect to " + url + ": " + e.getMessage(), e);
        }
    }
}
